import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SlowTargets } from '../../../src/core/status/slowTargets.ts';
import { VirtualClock } from '../../support/virtualClock.ts';

function world() {
  const clock = new VirtualClock();
  const slowTargets = new SlowTargets(clock, 900_000);
  let changes = 0;
  slowTargets.onDidChange(() => (changes += 1));
  const learn = (firstTokenMs: number, isSlow: boolean) =>
    slowTargets.learn({ target: 'claude', firstTokenMs, usualMs: 1_000, isSlow });
  return { clock, slowTargets, learn, changes: () => changes };
}

test('a slow target is told with the latest of its times', () => {
  const { slowTargets, learn } = world();
  learn(5_000, true);
  learn(6_000, true);
  assert.deepEqual(
    [slowTargets.of('claude')?.firstTokenMs, slowTargets.of('claude')?.usualMs, slowTargets.of('gpt')],
    [6_000, 1_000, undefined],
  );
});

test('a target that is quick again is slow no more', () => {
  const { slowTargets, learn } = world();
  learn(5_000, true);
  learn(1_200, false);
  assert.equal(slowTargets.of('claude'), undefined);
});

test('what was slow a quarter of an hour ago is no news, although nobody has asked it since', () => {
  const { clock, slowTargets, learn } = world();
  learn(5_000, true);
  clock.jump(899_000);
  const before = slowTargets.of('claude')?.firstTokenMs;
  clock.jump(1_000);
  assert.deepEqual([before, slowTargets.of('claude')], [5_000, undefined]);
});

test('nobody hears of a target that is as quick as ever', () => {
  const { learn, changes } = world();
  learn(1_000, false);
  learn(1_100, false);
  assert.equal(changes(), 0);
});
