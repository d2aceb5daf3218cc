import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Coalesced } from '../../../src/interaction/dashboard/coalesced.ts';
import { VirtualClock } from '../../support/virtualClock.ts';

test('a hundred wishes in a second are four acts at most, and the last one is not lost', async () => {
  const clock = new VirtualClock();
  const acts: number[] = [];
  const coalesced = new Coalesced(clock, 250, () => acts.push(clock.now()));
  for (let ms = 0; ms < 1_000; ms += 10) {
    coalesced.request();
    await clock.pass(10);
  }
  await clock.pass(1_000);
  assert.ok(acts.length <= 5, acts.join()); // the last of them after the second
  assert.ok(acts.every((at, index) => index === 0 || at - (acts[index - 1] ?? 0) >= 250));
  assert.ok((acts.at(-1) ?? 0) >= 990);
});

test('what was asked for is not done once it is cancelled', async () => {
  const clock = new VirtualClock();
  const acts: number[] = [];
  const coalesced = new Coalesced(clock, 250, () => acts.push(clock.now()));
  coalesced.request();
  coalesced.cancel();
  await clock.pass(1_000);
  assert.deepEqual(acts, []);
});
