import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedSettings } from '../../../../src/interaction/bundle/facts/changedSettings.ts';

test('each setting that is not as it comes is named, with both values', () => {
  const told = changedSettings(
    { budget: { dayTokens: 4_000, warnAt: 0.8 }, hedge: true, alertsOff: ['slow'] },
    { budget: { dayTokens: 200_000, warnAt: 0.8 }, hedge: false, alertsOff: [] },
  );
  assert.deepEqual(told, [
    { name: 'budget.dayTokens', value: 4_000, byDefault: 200_000 },
    { name: 'hedge', value: true, byDefault: false },
    { name: 'alertsOff', value: ['slow'], byDefault: [] },
  ]);
});

test('of settings that are as they come nothing is told', () => {
  assert.deepEqual(changedSettings({ a: { b: [1] } }, { a: { b: [1] } }), []);
});
