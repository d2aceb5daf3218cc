import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  levelOf,
  readLearnedOutcome,
  taskNumber,
  learnedTasks,
} from '../../../../src/core/routing/learned/learnedOutcome.ts';

const whole = {
  task: 'edit',
  score: 0.4,
  target: 'one',
  kept: true,
  costUsd: 0.01,
  tookMs: 900,
  at: 1_780_000_000_000,
};

test('a record that was written is read as it was', () => {
  assert.deepEqual(readLearnedOutcome(JSON.parse(JSON.stringify(whole))), whole);
});

test('of a question that was passed through, and of an answer without a price, the rest is read', () => {
  const { task: _task, costUsd: _costUsd, ...rest } = whole;
  assert.deepEqual(readLearnedOutcome(rest), { ...rest, task: undefined, costUsd: undefined });
});

// accepted is not kept; https://github.com/yvgude/lean-ctx/issues/1170: what was decided was counted before what came of it
test('an answer of which was not told whether it was kept teaches nothing', () => {
  const { kept: _kept, ...untold } = whole;
  assert.equal(readLearnedOutcome({ ...untold, accepted: true }), undefined);
  assert.equal(readLearnedOutcome({ ...untold, kept: 1 }), undefined);
});

test('what cannot be a record is none', () => {
  const odd: readonly unknown[] = [
    undefined,
    [whole],
    { ...whole, task: 'toString' },
    { ...whole, task: 'laterTask' },
    { ...whole, score: Number.NaN },
    { ...whole, tookMs: -1 },
    { ...whole, at: Infinity },
    { ...whole, target: '' },
    { ...whole, target: 'x'.repeat(501) },
  ];
  assert.deepEqual(
    odd.map(readLearnedOutcome),
    odd.map(() => undefined),
  );
});

test('a record of any JSON is read or is none, and never throws', () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      const read = readLearnedOutcome(value);
      assert.ok(read === undefined || typeof read.kept === 'boolean');
    }),
    { seed: 3, numRuns: 500 },
  );
});

test('scores fall into three levels, and what is no score into the first', () => {
  assert.deepEqual([0, 0.33, 0.34, 0.66, 0.67, 1, 7, -1, Number.NaN].map(levelOf), [0, 0, 1, 1, 2, 2, 2, 0, 0]);
});

test('each task has a number of its own', () => {
  assert.deepEqual(learnedTasks.map(taskNumber), [...learnedTasks.keys()]);
});
