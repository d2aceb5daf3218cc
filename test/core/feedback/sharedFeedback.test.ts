import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { SharedFeedback } from '../../../src/core/feedback/sharedFeedback.ts';
import { InMemoryLog } from '../../support/logs/inMemoryLog.ts';
import { said } from './feedbackScene.ts';

function machine() {
  const log = new InMemoryLog();
  const clock = { at: 1_780_000_000_000, wall: () => (clock.at += 1) };
  const open = () => {
    const own = log.window();
    return { log: own, feedback: new SharedFeedback({ log: own, clock }) };
  };
  return { clock, open };
}

test('what is said in one window is known in all', async () => {
  const { open } = machine();
  const [one, other] = [open().feedback, open().feedback];
  await one.give('q1', said());
  await other.refresh();
  assert.deepEqual(other.all, one.all);
  assert.deepEqual([other.of('q1')?.isHelpful, other.of('q1')?.signs], [true, ['much-shorter', 'parses']]);
});

test('of an answer the last word counts, whoever says it', async () => {
  const { open } = machine();
  const [one, other] = [open().feedback, open().feedback];
  await one.give('q1', said());
  await other.give('q1', said({ isHelpful: false }));
  await one.refresh();
  assert.deepEqual([one.of('q1')?.isHelpful, other.of('q1')?.isHelpful, one.all.length], [false, false, 1]);
});

test('what is forgotten is forgotten in all windows, also what comes late; what is said afterwards counts', async () => {
  const { open, clock } = machine();
  const [one, other] = [open(), open()];
  await one.feedback.give('q1', said());
  await other.feedback.forget();
  await one.log.append({ kind: 'feedback', id: 'late', at: clock.at - 1, helpful: true, target: 'claude' });
  await one.feedback.give('q2', said());
  await other.feedback.refresh();
  for (const { feedback } of [one, other])
    assert.deepEqual(
      feedback.all.map(({ id }) => id),
      ['q2'],
    );
});

test('a panel hears when something changes', async () => {
  const { feedback } = machine().open();
  let heard = 0;
  const end = feedback.onDidChange(() => (heard += 1));
  await feedback.give('q1', said());
  await feedback.forget();
  end();
  await feedback.give('q2', said());
  assert.equal(heard, 2);
});

test('so much is remembered, and no more', async () => {
  const { feedback } = machine().open();
  for (let each = 0; each < 900; each += 1) await feedback.give(`q${each}`, said());
  assert.deepEqual([feedback.all.length, feedback.of('q99'), feedback.of('q100')?.isHelpful], [800, undefined, true]);
});

test('what is carried over into a new file says the same, and a line of it is short enough', async () => {
  const long = said({ target: 't'.repeat(500), signs: Array.from({ length: 30 }, () => 'surroundings-repeated') });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.boolean(), fc.boolean()), { maxLength: 20 }),
      async acts => {
        const { feedback } = machine().open();
        for (const [id, isHelpful, isForgetting] of acts) {
          if (isForgetting && !isHelpful) await feedback.forget();
          await feedback.give(id, { ...long, isHelpful });
        }
        const next = machine().open();
        for (const record of feedback.carryOver()) await next.log.append(record);
        assert.deepEqual(next.feedback.all, feedback.all);
        for (const record of feedback.carryOver()) assert.ok(JSON.stringify(record).length <= 430);
      },
    ),
    { numRuns: 60, seed: 18 },
  );
});

test('what another version or a damaged disk has left is passed over', async () => {
  const { log, feedback } = machine().open();
  const whole = { kind: 'feedback', id: 'q', at: 1, helpful: true, target: 'claude' };
  const { id: _id, ...nameless } = whole;
  const odd = [
    nameless,
    { ...whole, helpful: 'yes' },
    { ...whole, at: 'now' },
    { ...whole, target: '' },
    { ...whole, signs: 3 },
  ];
  for (const record of odd) await log.append(record);
  assert.deepEqual(feedback.all, []);
  await log.append({ ...whole, task: 'of later', score: 7, signs: 'parses <script> of-later' });
  assert.deepEqual(feedback.all, [
    {
      id: 'q',
      isHelpful: true,
      at: 1,
      target: 'claude',
      task: undefined,
      score: undefined,
      signs: ['parses', 'of-later'],
    },
  ]);
});

test('an earlier word that comes late, carried over by another window, changes nothing', async () => {
  const { open, clock } = machine();
  const { log, feedback } = open();
  const early = clock.at;
  await feedback.give('q1', said({ isHelpful: false }));
  await log.append({ kind: 'feedback', id: 'q1', at: early, helpful: true, target: 'claude' });
  assert.equal(feedback.of('q1')?.isHelpful, false);
});

test('a word and a decision about one answer stand beside each other, and the word is its outcome', async () => {
  const { open } = machine();
  const [one, other] = [open().feedback, open().feedback];
  await one.give('q1', said({ isHelpful: true, by: 'decision' }));
  await other.give('q1', said({ isHelpful: false }));
  await one.give('q2', said({ by: 'decision' }));
  await one.refresh();
  assert.deepEqual(
    one.outcomes.map(({ isHelpful }) => isHelpful),
    [false, true],
  );
  assert.deepEqual([one.of('q1')?.isHelpful, one.of('q2'), one.all.length], [false, undefined, 3]);
});
