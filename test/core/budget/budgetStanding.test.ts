import assert from 'node:assert/strict';
import { test } from 'node:test';
import { latestDays } from '../../../src/core/budget/budgetStanding.ts';

/** The day in a zone whose clocks go back an hour at the end of 25 October 2026, 01:00 UTC. */
const dayOf = (wallMs: number): string => {
  const hours = wallMs < Date.UTC(2026, 9, 25, 1) ? 2 : 1;
  return new Date(wallMs + hours * 3_600_000).toISOString().slice(0, 10);
};

test('the latest days are each named once, today last', () => {
  assert.deepEqual(latestDays(Date.UTC(2026, 9, 22, 10), 3, dayOf), ['2026-10-20', '2026-10-21', '2026-10-22']);
});

test('a day of 25 hours is neither named twice nor left out, at any hour after it', () => {
  for (let hour = 0; hour < 48; hour += 1) {
    const now = Date.UTC(2026, 9, 26, 0) + hour * 3_600_000;
    const days = latestDays(now, 4, dayOf);
    assert.deepEqual(new Set(days).size, 4);
    assert.deepEqual(
      days
        .map(day => Date.parse(day))
        .map((at, index, all) => index === 0 || at - (all[index - 1] ?? 0) === 86_400_000),
      [true, true, true, true],
    );
  }
});
