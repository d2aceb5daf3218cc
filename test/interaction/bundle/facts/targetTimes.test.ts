import assert from 'node:assert/strict';
import { test } from 'node:test';
import { targetTimes } from '../../../../src/interaction/bundle/facts/targetTimes.ts';
import { attemptEntry, questionEntry } from '../../../core/journal/entries.ts';

const minuteMs = 60_000;

test('each minute of a target tells where its time went: waiting, connecting, the first word', () => {
  const slow = attemptEntry({ queueMs: 2_000, connectMs: 60, firstTokenMs: 9_000, tookMs: 12_000 });
  const [first, second] = targetTimes([
    questionEntry({ at: minuteMs, attempts: [slow, attemptEntry({ target: 'gpt', outcome: 'server' })] }),
    questionEntry({ at: minuteMs + 1, attempts: [{ ...slow, firstTokenMs: 9_500 }] }),
  ]);
  const { queueMs, connectMs, firstTokenMs, tookMs } = first ?? assert.fail();
  assert.deepEqual([first?.attempts, first?.answered], [2, 2]);
  assert.deepEqual([queueMs, connectMs, firstTokenMs, tookMs], [2_000, 60, 9_000, 12_000]);
  assert.deepEqual([second?.target, second?.answered, second?.tookMs], ['gpt', 0, undefined]);
});

test('when it became slow can be seen', () => {
  const entries = [26, 30, 4_064, 4_107].map((firstTokenMs, at) =>
    questionEntry({ at: at * minuteMs, attempts: [attemptEntry({ firstTokenMs })] }),
  );
  assert.deepEqual(
    targetTimes(entries).map(({ firstTokenMs }) => firstTokenMs),
    [26, 30, 4_064, 4_107],
  );
});

test('of a long time longer stretches are told, so that the table can be read', () => {
  const entries = Array.from({ length: 5_000 }, (_, at) => questionEntry({ at: at * 10 * minuteMs }));
  const rows = targetTimes(entries);
  assert.ok(rows.length > 30 && rows.length <= 120, String(rows.length));
  assert.equal(
    rows.reduce((sum, { attempts }) => sum + attempts, 0),
    5_000,
  );
});

test('an attempt belongs to the minute in which it began, and what was rehearsed to none', () => {
  const at = 2 * minuteMs - 1;
  const told = targetTimes([
    questionEntry({ at, attempts: [attemptEntry({ startMs: 0 }), attemptEntry({ startMs: 10_000 })] }),
    questionEntry({ at, rehearsed: true }),
  ]);
  assert.deepEqual(
    told.map(row => [row.at / minuteMs, row.attempts]),
    [
      [1, 1],
      [2, 1],
    ],
  );
});
