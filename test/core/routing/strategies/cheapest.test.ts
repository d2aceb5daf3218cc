import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cheapest } from '../../../../src/core/routing/strategies/cheapest.ts';
import { candidateOf, codesIn, demandFor, idsIn } from '../routes.ts';

const never = () => 0.99;

// BerriAI/litellm#35787, #36303: an unknown price was taken for a number, and free for unknown
test('what costs least goes first, what is free before it, and an unknown price last', () => {
  const chain = [
    candidateOf('unknown', 'simple', { costUsd: undefined }),
    candidateOf('dear', 'complex', { costUsd: 0.4 }),
    candidateOf('free', 'simple', { costUsd: 0 }),
    candidateOf('cheap', 'simple', { costUsd: 0.01 }),
  ];
  const route = cheapest(demandFor('complex'), chain, never);
  assert.deepEqual(idsIn(route), ['free', 'cheap', 'dear', 'unknown']);
  assert.deepEqual(codesIn(route), ['cheapest', 'cheapest', 'cheapest', 'chain']);
});

test('one that fails most of the time is not cheap', () => {
  const chain = [
    candidateOf('failing', 'simple', { costUsd: 0.01, failureShare: 0.9 }),
    candidateOf('steady', 'simple', { costUsd: 0.02 }),
  ];
  assert.deepEqual(idsIn(cheapest(demandFor('simple'), chain, never)), ['steady', 'failing']);
});

test('one for which the prompt would have to be cut stands behind all that take it whole', () => {
  const chain = [candidateOf('small', 'simple', { costUsd: 0, fits: false }), candidateOf('large', 'complex')];
  assert.deepEqual(idsIn(cheapest(demandFor('simple'), chain, never)), ['large', 'small']);
});
