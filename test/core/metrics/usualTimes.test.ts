import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Metrics } from '../../../src/core/metrics/metrics.ts';
import { usualTimes } from '../../../src/core/metrics/usualTimes.ts';
import { settle, VirtualClock } from '../../support/virtualClock.ts';
import { attemptEntry, questionEntry } from '../journal/entries.ts';

/** So many questions a day ago, each of which began after so long. */
function known(count: number, firstTokenMs: number) {
  const clock = new VirtualClock();
  const metrics = new Metrics();
  let reads = 0;
  const refresh = async () => {
    reads += 1;
    for (let index = 0; index < count; index += 1)
      metrics.add(questionEntry({ at: clock.wall() - 86_400_000, attempts: [attemptEntry({ firstTokenMs })] }));
  };
  return { clock, usual: usualTimes(clock, { metrics, refresh }), reads: () => reads };
}

test('what is usual is told from the week before, once that was read', async () => {
  const { usual } = known(30, 1_000);
  assert.equal(usual('claude'), undefined);
  await settle();
  const told = usual('claude') ?? 0;
  assert.ok(told > 900 && told < 1_100, String(told));
});

test('a few questions make nothing usual', async () => {
  const { usual } = known(10, 1_000);
  usual('claude');
  await settle();
  assert.equal(usual('claude'), undefined);
});

test('what other windows know is read once an hour at most', async () => {
  const { usual, reads, clock } = known(30, 1_000);
  for (let minute = 0; minute < 90; minute += 1) {
    usual('claude');
    clock.jump(60_000);
  }
  assert.equal(reads(), 2);
});
