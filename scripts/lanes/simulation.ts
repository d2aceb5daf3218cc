import { globSync } from 'node:fs';
import { projectRoot } from '../projectRoot.ts';
import type { LaneRequest, LaneResult } from './lane.ts';
import { runNodeTests } from './nodeTests.ts';

/** Thousands of schedules on a virtual clock; test/simulation says how to play more of them, or one again. */
export function simulation(request: LaneRequest): Promise<LaneResult> {
  const files = globSync('test/simulation/**/*.test.ts', { cwd: projectRoot });
  return runNodeTests({ ...request, files, manner: 'side by side' });
}
