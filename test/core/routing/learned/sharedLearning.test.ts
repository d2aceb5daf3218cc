import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LogRecord, SharedLog } from '../../../../src/core/shared/sharedLog.ts';
import { Learner } from '../../../../src/core/routing/learned/learner.ts';
import type { LearnedOutcome } from '../../../../src/core/routing/learned/learnedOutcome.ts';
import { SharedLearning } from '../../../../src/core/routing/learned/sharedLearning.ts';
import { InMemoryLog } from '../../../support/logs/inMemoryLog.ts';
import { asGiven } from './learnedWorld.ts';

const nowMs = 1_780_000_000_000;

function openWindow(log: SharedLog) {
  const clock = { wall: () => nowMs };
  const learner = new Learner({ tiered: asGiven, wall: clock.wall });
  return { log, learner, learning: new SharedLearning({ log, learner, clock }) };
}

function twoWindows() {
  const machine = new InMemoryLog();
  return { machine, one: openWindow(machine.window()), two: openWindow(machine.window()) };
}

const outcome = (more: Partial<LearnedOutcome> = {}): LearnedOutcome => ({
  ...{ task: 'docs', score: 0.2, target: 'claude', kept: true, costUsd: 0.0012345678, tookMs: 1234.5, at: nowMs - 1 },
  ...more,
});

test('what one window sees all learn', async () => {
  const { one, two } = twoWindows();
  await one.learning.learn('first', outcome());
  await two.learning.learn('second', outcome({ kept: false }));
  await one.learning.refresh();
  const seen = [{ task: 'docs', target: 'claude', kept: 1, of: 2 }];
  assert.deepEqual([one.learning.shares(), two.learning.shares()], [seen, seen]);
});

test('a decision that two windows tell counts once', async () => {
  const { one, two } = twoWindows();
  await one.learning.learn('same', outcome());
  await two.learning.learn('same', outcome());
  assert.equal(two.learner.explain('docs', 'claude').of, 1);
});

test('what is forgotten is forgotten in all windows: a task of a target, a task, a target, or all', async () => {
  const left = async (which: Parameters<SharedLearning['forget']>[0]): Promise<readonly string[]> => {
    const { one, two } = twoWindows();
    for (const target of ['claude', 'gpt'])
      for (const task of ['docs', 'fix'] as const)
        await one.learning.learn(`${target} ${task}`, outcome({ target, task }));
    await two.learning.forget(which);
    await one.learning.refresh();
    assert.deepEqual(one.learning.shares(), two.learning.shares());
    return one.learning.shares().map(({ target, task }) => `${target} ${task}`);
  };
  assert.deepEqual(await left({ task: 'docs', target: 'gpt' }), ['claude fix', 'claude docs', 'gpt fix']);
  assert.deepEqual(await left({ task: 'docs' }), ['claude fix', 'gpt fix']);
  assert.deepEqual(await left({ target: 'claude' }), ['gpt fix', 'gpt docs']);
  assert.deepEqual(await left({}), []);
});

test('what was forgotten does not come back with a window whose disk had failed, and later answers count', async () => {
  const { one, two } = twoWindows();
  await one.learning.forget();
  await two.learning.learn('old', outcome());
  await two.learning.learn('new', outcome({ at: nowMs + 1 }));
  await one.learning.refresh();
  assert.deepEqual([one.learner.explain('docs', 'claude').of, two.learner.explain('docs', 'claude').of], [1, 1]);
});

test('what is put at the head of a new day says all of it, and said again changes nothing', async () => {
  const { one } = twoWindows();
  await one.learning.learn('first', outcome());
  await one.learning.learn('passed', outcome({ task: undefined, costUsd: undefined }));
  await one.learning.forget({ target: 'gpt' });
  const nextDay = openWindow(new InMemoryLog().window());
  for (const record of [...one.learning.carryOver(), ...one.learning.carryOver()]) await nextDay.log.append(record);
  await nextDay.learning.learn('late', outcome({ target: 'gpt' }));
  assert.deepEqual(nextDay.learning.shares(), one.learning.shares());
});

test('so many answers are remembered, and no more: a day begins with a file of a bounded size', async () => {
  const { one } = twoWindows();
  for (let each = 0; each < 1_600; each += 1) await one.learning.learn(`answer-${each}`, outcome());
  const carried = one.learning.carryOver();
  assert.deepEqual([carried.length, carried[0]?.['id']], [1_500, 'answer-100']);
});

test('a line is short enough for the log, and holds nothing but numbers, a task and an id', async () => {
  const { one } = twoWindows();
  const lines: LogRecord[] = [];
  one.log.subscribe('outcome', record => void lines.push(record));
  await one.learning.learn('a0b1c2d3-0000-4000-8000-000000000000', outcome());
  const told = { task: 'docs', score: 0.2, target: 'claude', kept: true, costUsd: 0.001235, tookMs: 1235 };
  assert.deepEqual(lines, [{ kind: 'outcome', id: 'a0b1c2d3-0000-4000-8000-000000000000', at: nowMs - 1, ...told }]);
});

test('lines that are none, of a later version or of a damaged file, are passed over', async () => {
  const { one } = twoWindows();
  await one.learning.learn('first', outcome());
  const odd: readonly LogRecord[] = [
    { kind: 'outcome' },
    { kind: 'outcome', id: 7, task: 'docs', score: 0.2, target: 'claude', kept: true, tookMs: 1, at: nowMs },
    { kind: 'outcome', id: 'x', task: 'later', score: 0.2, target: 'claude', kept: true, tookMs: 1, at: nowMs },
    { kind: 'outcome', id: 'y', task: 'docs', score: 0.2, target: 'claude', kept: 'yes', tookMs: 1, at: nowMs },
    { kind: 'outcome', id: 'z', task: 'docs', score: 0.2, target: 'claude', kept: true, tookMs: 1 },
    { kind: 'forget' },
    { kind: 'forget', until: 'now' },
    { kind: 'forget', until: nowMs, task: 'later' },
    { kind: 'forget', until: nowMs, target: '' },
  ];
  for (const record of odd) await one.log.append(record);
  assert.deepEqual(one.learning.shares(), [{ task: 'docs', target: 'claude', kept: 1, of: 1 }]);
});
