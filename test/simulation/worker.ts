import { parentPort, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import { checkAll } from './check.ts';
import { schedules } from './schedule.ts';
import type { WorldKind } from './simulate.ts';

const delays: Readonly<Record<WorldKind, fc.Arbitrary<number | undefined>>> = {
  unhedged: fc.constant(undefined),
  hedged: fc.constantFrom(100, 800, 3_000),
};

parentPort?.postMessage(await checkAll(schedules(delays[workerData as WorldKind]), 0.5));
