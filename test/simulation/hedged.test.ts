import fc from 'fast-check';
import { test } from 'node:test';
import { simulate } from './check.ts';
import { schedules } from './schedule.ts';

test('every rule of the core holds also when a second server is asked beside a slow first one', async () => {
  await simulate(schedules(fc.constantFrom(100, 800, 3_000)), 0.5);
});
