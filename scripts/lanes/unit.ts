import { globSync } from 'node:fs';
import { projectRoot } from '../projectRoot.ts';
import type { LaneRequest, LaneResult } from './lane.ts';
import { runNodeTests } from './nodeTests.ts';

const others = ['test/editor/**', 'test/browser/**', 'test/faults/**', 'test/simulation/**'];

/** Everything else that runs in plain Node, over real sockets and files where it needs them. */
export async function unit(request: LaneRequest): Promise<LaneResult> {
  const files = globSync('test/**/*.test.ts', { cwd: projectRoot, exclude: others });
  return runNodeTests({ ...request, files, manner: 'side by side' });
}
