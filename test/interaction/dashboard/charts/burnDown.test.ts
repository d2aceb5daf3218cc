import assert from 'node:assert/strict';
import { test } from 'node:test';
import { burnDown } from '../../../../src/interaction/dashboard/charts/burnDown.ts';

const days = [0, 1, 2, 3].map(day => ({ at: day * 10, to: day * 10 + 10 }));

test('what is left ends at what the budget counts, and goes back by what each day used', () => {
  const { left, forecast } = burnDown({
    days,
    usedByDay: [10, 20, null, null],
    used: 30,
    limit: 100,
    pace: { atEnd: 60 },
    wallMs: 15,
  });
  assert.deepEqual(left, [90, 70, null, null]);
  assert.deepEqual(forecast, [null, 70, 55, 40]);
});

test('days before the journal are not known, and not drawn as zero', () => {
  const { left } = burnDown({
    days,
    usedByDay: [null, null, 20, null],
    used: 70,
    limit: 100,
    pace: undefined,
    wallMs: 25,
  });
  assert.deepEqual(left, [null, 50, 30, null]);
});

test('a journal that knows of more than the budget counts shows no more than the limit', () => {
  const { left } = burnDown({
    days,
    usedByDay: [500, 500, 5, null],
    used: 10,
    limit: 100,
    pace: undefined,
    wallMs: 25,
  });
  assert.deepEqual(left, [100, 95, 90, null]);
});

test('what was overspent is below zero', () => {
  const { left } = burnDown({
    days,
    usedByDay: [150, null, null, null],
    used: 150,
    limit: 100,
    pace: undefined,
    wallMs: 5,
  });
  assert.deepEqual(left, [-50, null, null, null]);
});

test('on the last day there is nothing to forecast', () => {
  const { forecast } = burnDown({ days, usedByDay: [1, 1, 1, 1], used: 4, limit: 100, pace: { atEnd: 5 }, wallMs: 35 });
  assert.deepEqual(forecast, [null, null, null, null]);
});
