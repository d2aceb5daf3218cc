import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reserveEntry, settleEntry } from '../../../src/core/budget/reservation.ts';

const price = { input: 4, output: 20, cachedInput: 0.4, cacheWrite: 5 };
const limits = { dayTokens: 0, monthTokens: 0, monthUsd: 0 };
const place = { op: 'op', ws: 'w', day: '2026-11-29', until: 0 };
const request = { workspace: 'w', inputTokens: 1_000, outputTokens: 100, price, forMs: 1_000 };

test('where its provider may remember the input, as much is reserved as that would cost', () => {
  assert.equal(reserveEntry(request, place, limits).micros, 6_000);
  assert.equal(reserveEntry({ ...request, mayBeWritten: true }, place, limits).micros, 7_000);
});

test('what was written and what was read is settled at its own price', () => {
  const entry = reserveEntry({ ...request, mayBeWritten: true }, place, limits);
  const usage = { inputTokens: 1_000, outputTokens: 100, cachedInputTokens: 500, cacheWriteTokens: 300, exact: true };
  assert.equal(settleEntry(entry, usage, price).micros, 500 * 0.4 + 300 * 5 + 200 * 4 + 100 * 20);
});
