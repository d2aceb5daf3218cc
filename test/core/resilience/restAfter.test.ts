import assert from 'node:assert/strict';
import { test } from 'node:test';
import { restAfter } from '../../../src/core/resilience/restAfter.ts';

const options = { recoveryMs: 60_000, maxRecoveryMs: 300_000 };

/** The longest that one which recovers after so many seconds still rests, with the most jitter, s. */
function longestWaitAfter(outageSeconds: number): number {
  let tried = 0;
  let rest = 0;
  for (let probes = 0; tried <= outageSeconds; probes += 1) {
    rest = (restAfter(probes, options) * 1.1) / 1_000;
    tried += rest;
  }
  return rest;
}

for (const [outage, most] of [
  [6, 6],
  [60, 20],
  [600, 60],
  [36_000, 330],
] as const) {
  test(`a target that has recovered after ${outage} s is tried again within ${most} s`, () => {
    assert.ok(longestWaitAfter(outage) <= most, String(longestWaitAfter(outage)));
  });
}
