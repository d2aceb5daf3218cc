import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tiered } from '../../../../src/core/routing/strategies/tiered.ts';
import { candidateOf, codesIn, demandFor, idsIn } from '../routes.ts';

const never = () => 0.99;
const family = [
  candidateOf('large', 'complex'),
  candidateOf('middle', 'medium'),
  candidateOf('small', 'simple', { costUsd: 0.001 }), // the cheapest, and yet the last where more is needed
  candidateOf('other large', 'complex', { costUsd: 0.005 }),
];

test('a question goes to its own class, then to the next stronger ones, and only then to weaker ones', () => {
  assert.deepEqual(idsIn(tiered(demandFor('simple'), family, never)), ['small', 'middle', 'other large', 'large']);
  assert.deepEqual(idsIn(tiered(demandFor('medium'), family, never)), ['middle', 'other large', 'large', 'small']);
  const complex = tiered(demandFor('complex'), family, never);
  assert.deepEqual(idsIn(complex), ['other large', 'large', 'middle', 'small']);
  assert.deepEqual(codesIn(complex), ['class', 'class', 'weaker', 'weaker']);
});

// "Unpriced models score as free and win": project-arbr/arbr-control-plane#232; an explicit 0 is free: BerriAI/litellm#36303
test('within a class what costs less goes first, an explicit 0 before all, and an unknown price last', () => {
  const chain = [
    candidateOf('unknown', 'simple', { costUsd: undefined }),
    candidateOf('dear', 'simple', { costUsd: 0.02 }),
    candidateOf('cheap', 'simple', { costUsd: 0.001 }),
    candidateOf('free', 'simple', { costUsd: 0 }),
  ];
  assert.deepEqual(idsIn(tiered(demandFor('simple'), chain, never)), ['free', 'cheap', 'dear', 'unknown']);
});

test('one that fails every second time stands behind those of its class, before all of another class', () => {
  const chain = [
    candidateOf('failing', 'simple', { costUsd: 0, failureShare: 0.5 }),
    candidateOf('dear', 'simple', { costUsd: 0.02 }),
    candidateOf('large', 'complex'),
  ];
  assert.deepEqual(idsIn(tiered(demandFor('simple'), chain, never)), ['dear', 'failing', 'large']);
});

// a small window costs a hop, or an answer to half of the question: BerriAI/litellm#31557, tashfeenahmed/freellmapi#167
test('one for which the prompt would have to be cut stands behind all that take it whole', () => {
  const chain = [candidateOf('small', 'simple', { fits: false }), candidateOf('large', 'complex')];
  const route = tiered(demandFor('simple'), chain, never);
  assert.deepEqual(
    [idsIn(route), codesIn(route)],
    [
      ['large', 'small'],
      ['stronger', 'too-small'],
    ],
  );
});

test('when it fits nowhere, the order is as if it fitted', () => {
  const chain = [candidateOf('large', 'complex', { fits: false }), candidateOf('small', 'simple', { fits: false })];
  assert.deepEqual(idsIn(tiered(demandFor('simple'), chain, never)), ['small', 'large']);
});

// "auto mode uses a single model for all tasks": mnfst/llm-gateway#1620; there it was, here equal ones stay as the user wrote them
test('of equal ones the first of the chain stays the first', () => {
  const chain = ['b', 'a', 'c'].map(id => candidateOf(id, 'medium'));
  assert.deepEqual(idsIn(tiered(demandFor('medium'), chain, never)), ['b', 'a', 'c']);
});

test('whose answers are kept less counts as weaker than its class, and says so; the stronger one that stands in says why', () => {
  const chain = [
    { ...candidateOf('middle', 'medium', { costUsd: 0 }), lacking: { classes: 1, kept: 4, of: 20 } },
    candidateOf('small', 'simple', { costUsd: 0 }),
    candidateOf('large', 'complex'),
  ];
  const route = tiered(demandFor('medium'), chain, never);
  assert.deepEqual(idsIn(route), ['large', 'middle', 'small']);
  assert.deepEqual(
    route.map(({ because }) => because),
    [
      { code: 'stands-in', wanted: 'medium' },
      { code: 'kept-less', kept: 4, of: 20 },
      { code: 'weaker', wanted: 'medium' },
    ],
  );
});

test('one that is weaker by its class already is told as weaker, so that its answers are marked', () => {
  const chain = [
    { ...candidateOf('small', 'simple'), lacking: { classes: 1, kept: 4, of: 20 } },
    candidateOf('large', 'complex'),
  ];
  assert.deepEqual(codesIn(tiered(demandFor('medium'), chain, never)), ['stronger', 'weaker']);
});
