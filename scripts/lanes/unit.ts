import { globSync } from 'node:fs';
import { projectRoot } from '../support/projectRoot.ts';
import type { LaneRequest, LaneResult } from './lane.ts';
import { runNodeTests } from './nodeTests.ts';

/** Killed processes, full disks, a cut at every byte, and time limits that are waited for: they take half a minute together. */
export const longTests: readonly string[] = [
  'test/providers/all/byteCut.test.ts',
  'test/providers/faultInjection/injectedFetch.test.ts',
  'test/core/budget/ledger/damage.test.ts',
  'test/core/budget/ledger/processes.test.ts',
  'test/storage/fileLog/disk.test.ts',
  'test/storage/fileLog/processes.test.ts',
];

const others = ['test/scenes/**', 'test/browser/**', 'test/faults/**', 'test/simulation/**', ...longTests];

/** Everything else that runs in plain Node, over real sockets and files where it needs them: under a minute. */
export async function unit(request: LaneRequest): Promise<LaneResult> {
  const files = globSync('test/**/*.test.ts', { cwd: projectRoot, exclude: others });
  return runNodeTests({ ...request, files, manner: 'side by side' });
}
