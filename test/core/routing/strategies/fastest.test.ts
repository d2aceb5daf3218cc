import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fastest } from '../../../../src/core/routing/strategies/fastest.ts';
import { candidateOf, codesIn, demandFor, idsIn } from '../routes.ts';

const demand = demandFor('medium');
const never = () => 0.99;
const always = () => 0;

test('the soonest useful answer goes first, and its time is the reason', () => {
  const chain = [
    candidateOf('slow', 'medium', { expectedMs: 4_000 }),
    candidateOf('quick', 'medium', { expectedMs: 900 }),
  ];
  const [first] = fastest(demand, chain, never);
  assert.deepEqual([first?.target.id, first?.because], ['quick', { code: 'fastest', expectedMs: 900 }]);
});

test('two that are about as fast do not take turns: the first of the chain stays', () => {
  const chain = [
    candidateOf('first', 'medium', { expectedMs: 1_090 }),
    candidateOf('second', 'medium', { expectedMs: 1_000 }),
  ];
  assert.deepEqual(idsIn(fastest(demand, chain, never)), ['first', 'second']);
});

test('one that fails half of the time is twice as slow as it says', () => {
  const chain = [
    candidateOf('flaky', 'medium', { expectedMs: 800, failureShare: 0.5 }),
    candidateOf('steady', 'medium', { expectedMs: 1_200 }),
  ];
  assert.deepEqual(idsIn(fastest(demand, chain, never)), ['steady', 'flaky']);
});

// a latency of 0 or none at all made one deployment the winner for ever: BerriAI/litellm#3360, #1361
test('one that was not heard from lately is not the fastest, and not forgotten: soon it goes first once', () => {
  const chain = [
    candidateOf('known', 'medium', { expectedMs: 3_000 }),
    candidateOf('silent', 'medium', { expectedMs: undefined, isStale: true }),
  ];
  assert.deepEqual(idsIn(fastest(demand, chain, never)), ['known', 'silent']);
  const probing = fastest(demand, chain, () => 0.4);
  assert.deepEqual([idsIn(probing), codesIn(probing)[0]], [['silent', 'known'], 'probe']);
});

test('one that cannot be asked, or not whole, is not probed', () => {
  const chain = [
    candidateOf('known', 'medium', { expectedMs: 3_000 }),
    candidateOf('paused', 'medium', { expectedMs: undefined, isStale: true, isReady: false }),
    candidateOf('small', 'simple', { expectedMs: undefined, isStale: true, fits: false }),
  ];
  assert.deepEqual(idsIn(fastest(demand, chain, always)), ['known', 'paused', 'small']);
});

test('one of which nothing is known is asked soon, but not one that has failed instead', () => {
  const known = candidateOf('known', 'medium', { expectedMs: 900 });
  const first = (failureShare: number) =>
    idsIn(
      fastest(demand, [known, candidateOf('new', 'medium', { expectedMs: undefined, failureShare })], () => 0.3),
    )[0];
  assert.deepEqual([first(0), first(0.5)], ['new', 'known']);
});

test('while nothing is known the chain stays as it is', () => {
  const chain = ['b', 'a'].map(id => candidateOf(id, 'medium', { expectedMs: undefined, isStale: true }));
  assert.deepEqual(idsIn(fastest(demand, chain, always)), ['b', 'a']);
});

test('one that was slow and is quick again gets the questions back: its quick answer makes it asked again at once', () => {
  const chain = [
    candidateOf('usual', 'medium', { expectedMs: 900 }),
    candidateOf('well again', 'medium', { expectedMs: 4_000, latestMs: 300 }),
  ];
  assert.equal(idsIn(fastest(demand, chain, () => 0.4))[0], 'well again');
  assert.equal(idsIn(fastest(demand, chain, () => 0.6))[0], 'usual');
});

test('who may have become the fastest is asked now and then when it was not heard from for some minutes', () => {
  const chain = [
    candidateOf('usual', 'medium', { expectedMs: 900 }),
    candidateOf('nearly', 'medium', { expectedMs: 1_700, latestMs: 1_700, isStale: true }),
  ];
  assert.deepEqual(
    [0.01, 0.06].map(drawn => idsIn(fastest(demand, chain, () => drawn))[0]),
    ['nearly', 'usual'],
  );
});

// exploring costs the slowest answers of all: elixir-vibe/llm_proxy#13, recomposesh/recompose#46
test('who takes much longer is asked rarely, and not never', () => {
  const chain = [
    candidateOf('usual', 'medium', { expectedMs: 900 }),
    candidateOf('slow', 'medium', { expectedMs: 4_000, latestMs: 4_000, isStale: true }),
  ];
  assert.deepEqual(
    [0.004, 0.01].map(drawn => idsIn(fastest(demand, chain, () => drawn))[0]),
    ['slow', 'usual'],
  );
});

test('of several that were not heard from it is not always the same that is asked', () => {
  const stale = ['one', 'other'].map(id => candidateOf(id, 'medium', { expectedMs: 1_500, isStale: true }));
  const chain = [candidateOf('usual', 'medium', { expectedMs: 900 }), ...stale];
  const firstFor = (which: number) => {
    const drawn = [0.01, which];
    return idsIn(fastest(demand, chain, () => drawn.shift() ?? 0))[0];
  };
  assert.deepEqual([firstFor(0.2), firstFor(0.8)], ['one', 'other']);
});
