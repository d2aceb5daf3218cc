import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AttemptLimits } from '../../../src/core/resilience/attemptLimits.ts';
import { adaptiveLimits } from '../../../src/core/resilience/adaptiveLimits.ts';

const limits: AttemptLimits = { connectMs: 5_000, firstTokenMs: 30_000, idleMs: 30_000 };
const firstTokenMs = (loopback: boolean, p95?: number) => adaptiveLimits(limits, { loopback }, p95).firstTokenMs;

test('a server elsewhere gets what the settings say', () => {
  assert.deepEqual(adaptiveLimits(limits, { loopback: false }, 1_000), limits);
});

test('a model on this machine gets twice as long until its first token', () => {
  assert.equal(firstTokenMs(true), 60_000);
});

test('one that was seen to take long gets three times that, and never more than two minutes', () => {
  assert.deepEqual([firstTokenMs(false, 20_000), firstTokenMs(false, 90_000)], [60_000, 120_000]);
});

test('who needs longer is not cut short for another target', () => {
  const isSlow = (loopback: boolean, p95?: number) => adaptiveLimits(limits, { loopback }, p95).isSlowByNature ?? false;
  assert.deepEqual([isSlow(true), isSlow(false, 20_000), isSlow(false, 1_000)], [true, true, false]);
});
