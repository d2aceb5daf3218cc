import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claimMs, ProbeClaims } from '../../../src/core/resilience/probeClaims.ts';

/** Claims of one circuit, each made at a moment, ms. */
function claimsOf(made: Readonly<Record<string, number>>): ProbeClaims {
  const claims = new ProbeClaims();
  for (const [id, at] of Object.entries(made)) claims.add('c', id, { at, until: at + claimMs });
  return claims;
}

test('the first has the right, and the second when the first gives it back', () => {
  const claims = claimsOf({ first: 0, second: 1 });
  const before = claims.holderOf('c', 2);
  claims.giveBack('c', 'first');
  assert.deepEqual([before, claims.holderOf('c', 2)], ['first', 'second']);
});

test('who gives up while another has the right does not get it later', () => {
  const claims = claimsOf({ first: 0, second: 1 });
  claims.giveBack('c', 'second');
  claims.giveBack('c', 'first');
  assert.equal(claims.holderOf('c', 2), undefined);
});

test('a right that was never given back is over after forty seconds', () => {
  const claims = claimsOf({ first: 0, second: 1 });
  assert.deepEqual([claims.holderOf('c', claimMs), claims.holderOf('c', claimMs + 1)], ['second', undefined]);
});

test('claims of windows that were closed leave room for later ones', () => {
  const made = Array.from({ length: 100 }, (_, index) => [`id-${index}`, index * claimMs] as const);
  const claims = claimsOf(Object.fromEntries(made));
  assert.equal(claims.holderOf('c', 99 * claimMs), 'id-99');
});

test('a report of the one that tried ends all claims', () => {
  const claims = claimsOf({ first: 0, second: 1 });
  claims.end('c');
  assert.equal(claims.holderOf('c', 2), undefined);
});
