import fc from 'fast-check';
import { test } from 'node:test';
import { simulate } from './check.ts';
import { schedules } from './schedule.ts';

test('whatever two windows and their servers do, every rule of the core holds', async () => {
  await simulate(schedules(fc.constant(undefined)), 0.5);
});
