import assert from 'node:assert/strict';
import { test } from 'node:test';
import { budgetEndsAt, calendar, paceAlert } from '../../../src/interaction/alerts/spendPace.ts';

const now = new Date(2026, 0, 10, 12).getTime();
const recent = Array.from({ length: 7 }, () => ({ tokens: 50_000, usd: 1 }));
const month = (used: number, limit = 1_000_000) => ({ which: 'month', used, limit }) as const;

test('a budget that ends within the month is foretold by the day on which it ends', () => {
  const endsAt = budgetEndsAt({ measures: [month(500_000)], recent }, now);
  assert.equal(paceAlert(endsAt ?? 0, now).value, 19);
});

test('of tokens and money the one that ends first counts', () => {
  const money = { which: 'money', used: 15, limit: 20 } as const;
  const endsAt = budgetEndsAt({ measures: [month(500_000), money], recent }, now);
  assert.equal(new Date(endsAt ?? 0).getDate(), 15);
});

test('a budget that is hardly touched, is gone, lasts or has no limit is not foretold', () => {
  const measures = [month(100_000), month(1_000_000), month(500_000, 100_000_000), month(500_000, 0)];
  assert.deepEqual(
    measures.map(measure => budgetEndsAt({ measures: [measure], recent }, now)),
    [undefined, undefined, undefined, undefined],
  );
});

test('the budget of a day is not foretold: it begins again tomorrow', () => {
  assert.equal(budgetEndsAt({ measures: [{ which: 'day', used: 90, limit: 100 }], recent }, now), undefined);
});

test('the month ends at its last midnight, also in December, and half a day is half a day', () => {
  assert.deepEqual(calendar(new Date(2026, 11, 31, 12).getTime()), {
    dayShare: 0.5,
    monthEndsAt: new Date(2027, 0, 1).getTime(),
  });
});
