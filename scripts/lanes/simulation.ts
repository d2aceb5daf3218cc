import { globSync } from 'node:fs';
import { projectRoot } from '../support/projectRoot.ts';
import type { LaneRequest, LaneResult } from './lane.ts';
import { runNodeTests } from './nodeTests.ts';
import { longTests } from './unit.ts';

/**
 * Thousands of schedules on a virtual clock (test/simulation says how to play more of them, or one again), and the tests
 * that take too long for the unit lane.
 */
export function simulation(request: LaneRequest): Promise<LaneResult> {
  const files = [...globSync('test/simulation/**/*.test.ts', { cwd: projectRoot }), ...longTests];
  return runNodeTests({ ...request, files, manner: 'side by side', testLimitMs: 120_000 });
}
