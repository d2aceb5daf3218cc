import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alike, oneDayMs, learnedWorld } from './learnedWorld.ts';

test('what was seen three weeks ago counts half', () => {
  const { learner, answers, clock } = learnedWorld();
  answers('one', [20, 40]);
  clock.now += 21 * oneDayMs;
  assert.deepEqual(learner.explain('edit', 'one'), { kept: 10, of: 20 });
});

test('an answer counts by its age, whenever it is learnt', () => {
  const { learner, answers, clock } = learnedWorld();
  answers('one', [20, 40], { at: clock.now - 21 * oneDayMs });
  assert.deepEqual(learner.explain('edit', 'one'), { kept: 10, of: 20 });
});

test('an answer from the future, of a window whose clock is wrong, counts as one of now and wipes nothing', () => {
  const { learner, answers, clock } = learnedWorld();
  answers('one', [20, 20]);
  answers('one', [0, 20], { at: clock.now + 40_000 * oneDayMs });
  assert.deepEqual(learner.explain('edit', 'one'), { kept: 20, of: 40 });
});

test('a clock that was wrong for a moment costs a part of what was learnt, and learning goes on', () => {
  const { learner, answers, clock } = learnedWorld();
  const rightMs = clock.now;
  answers('one', [40, 40]);
  clock.now = rightMs + 40_000 * oneDayMs;
  answers('one', [1, 1]);
  clock.now = rightMs;
  answers('one', [10, 10]);
  assert.deepEqual(learner.explain('edit', 'one'), { kept: 17, of: 17 });
});

test('a holiday of two weeks does not undo what was learnt', () => {
  const { order, answers, clock } = learnedWorld();
  answers('first', [8, 30]);
  answers('second', [27, 30]);
  clock.now += 14 * oneDayMs;
  assert.equal(order(alike('first', 'second'))[0], 'second');
});

test('of more targets than anybody has, the one that was heard from least is forgotten', () => {
  const { learner, answers } = learnedWorld();
  answers('often', [9, 10]);
  for (let target = 0; target < 100; target += 1) answers(`once-${target}`, [1, 1]);
  const known = Array.from({ length: 100 }, (_, at) => learner.explain('edit', `once-${at}`).of).filter(of => of > 0);
  assert.deepEqual([known.length, learner.explain('edit', 'often')], [63, { kept: 9, of: 10 }]);
});
