import { globSync } from 'node:fs';
import { projectRoot } from '../projectRoot.ts';
import type { LaneRequest, LaneResult } from './lane.ts';
import { runNodeTests } from './nodeTests.ts';

/** Everything that runs in plain Node, over real sockets and files where it needs them. */
export async function unit(request: LaneRequest): Promise<LaneResult> {
  const files = globSync('test/**/*.test.ts', { cwd: projectRoot, exclude: ['test/editor/**', 'test/browser/**'] });
  return runNodeTests({ ...request, files, manner: 'side by side' });
}
