import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spendForecast, type SpendingPace } from '../../../src/core/metrics/spendForecast.ts';

const day = 86_400_000;
const noonOfThe10th = Date.UTC(2026, 0, 10, 12);
const pace = (more: Partial<SpendingPace> = {}) =>
  spendForecast({
    ...{ used: 500, limit: 1_000, recent: [100, 100, 100, 100, 100, 100, 50] },
    ...{ now: noonOfThe10th, dayShare: 0.5, monthEndsAt: Date.UTC(2026, 1, 1) },
    ...more,
  });

test('at a steady pace the limit is reached when what is left of it is used', () => {
  assert.deepEqual(pace(), { perDay: 100, monthUse: 500 + 100 * 21.5, endsAt: noonOfThe10th + 5 * day });
});

test('a limit that lasts the month has no end, and neither has none', () => {
  assert.deepEqual([pace({ limit: 10_000 })?.endsAt, pace({ limit: 0 })?.endsAt], [undefined, undefined]);
});

test('idle days count from the first day of use on, not before', () => {
  assert.equal(pace({ recent: [0, 0, 0, 0, 0, 100, 50] })?.perDay, 100);
  assert.equal(pace({ recent: [0, 0, 100, 0, 0, 0, 0] })?.perDay, 100 / 4.5);
});

test('a day that has hardly begun does not make a pace of its first question', () => {
  assert.equal(pace({ recent: [0, 0, 0, 0, 0, 0, 50], dayShare: 0.01 })?.perDay, 200);
});

test('without any use there is nothing to foretell', () => {
  assert.equal(pace({ recent: [0, 0, 0, 0, 0, 0, 0] }), undefined);
});

test('what is over the limit already ends now', () => {
  assert.equal(pace({ used: 2_000 })?.endsAt, noonOfThe10th);
});
