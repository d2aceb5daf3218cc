import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tiered } from '../../../../src/core/routing/strategies/tiered.ts';
import { candidate, learnedWorld, oneDayMs } from './learnedWorld.ts';

const family = [
  candidate('small', { costUsd: 0.001 }, 'simple'),
  candidate('middle', { costUsd: 0.01 }),
  candidate('large', { costUsd: 0.1 }, 'complex'),
];

/** What was learnt of each of the family, by how many classes it answers worse than its class says. */
function familyWorld() {
  const { learner, answers, clock, outcome } = learnedWorld(tiered);
  const lacking = () =>
    Object.fromEntries(
      learner.regarded(family).map(({ target, lacking: found }) => [target.id, found ? { ...found } : undefined]),
    );
  const firstOf = (of: 'simple' | 'medium' | 'complex') =>
    tiered(
      { task: 'edit', score: 0.5, class: of, promptTokens: 3_000, answerTokens: 400 },
      learner.regarded(family),
      () => 0,
    )[0];
  return { learner, answers, clock, outcome, lacking, firstOf };
}

// a vendor that changes its model overnight, and priors that never fade: ruvnet/ruflo#3048
test('whose answers are kept much less than those of the others counts as weaker, and a stronger one stands in for it', () => {
  const { answers, firstOf, lacking } = familyWorld();
  answers('middle', [6, 30]);
  answers('large', [24, 30]);
  assert.deepEqual(lacking(), { small: undefined, middle: { classes: 2, kept: 6, of: 30 }, large: undefined });
  assert.deepEqual(firstOf('medium')?.target.id, 'large');
  assert.deepEqual(firstOf('medium')?.because, { code: 'stands-in', wanted: 'medium' });
});

test('a user who keeps little of everybody makes nobody weaker', () => {
  const { answers, lacking } = familyWorld();
  answers('small', [6, 40]);
  answers('middle', [10, 40]);
  answers('large', [12, 40]);
  assert.deepEqual(lacking(), { small: undefined, middle: undefined, large: undefined });
});

// one good or bad answer decided for ever: SourceShift/mini-ork#163
test('what may well be chance makes nobody weaker', () => {
  const { answers, firstOf, lacking } = familyWorld();
  answers('middle', [0, 1]);
  answers('large', [1, 1]);
  assert.equal(lacking()['middle'], undefined);
  assert.deepEqual(firstOf('medium')?.because, { code: 'class', wanted: 'medium' });
});

// over-routing to the most expensive tier: ruvnet/ruflo#1772
test('whose answers are kept as much as is usual keeps its questions, whatever the strongest reaches', () => {
  const { answers, firstOf } = familyWorld();
  answers('middle', [27, 40]);
  answers('large', [30, 40]);
  assert.equal(firstOf('medium')?.target.id, 'middle');
});

test('of whom nothing was seen for months gets its class back', () => {
  const { answers, clock, lacking } = familyWorld();
  answers('middle', [8, 30]);
  answers('large', [24, 30]);
  assert.ok(lacking()['middle']);
  clock.now += 120 * oneDayMs;
  assert.equal(lacking()['middle'], undefined);
});
