import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adaptiveLimits } from '../../../src/core/resilience/adaptiveLimits.ts';

const limits = { connectMs: 5_000, firstTokenMs: 30_000, idleMs: 30_000 };
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
