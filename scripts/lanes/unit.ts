import { globSync } from 'node:fs';
import { projectRoot } from '../support/projectRoot.ts';
import type { LaneRequest, LaneResult } from './lane.ts';
import { runNodeTests } from './nodeTests.ts';

/** Killed processes, full disks, a cut at every byte, and time limits that are waited for: they take half a minute together. */
export const longTests: readonly string[] = [
  'test/providers/byteCut.test.ts',
  'test/providers/rehearsal.test.ts',
  'test/storage/ledgerDamage.test.ts',
  'test/storage/ledgerProcesses.test.ts',
  'test/storage/sharedLogDisk.test.ts',
  'test/storage/sharedLogProcesses.test.ts',
];

const others = ['test/editor/**', 'test/browser/**', 'test/faults/**', 'test/simulation/**', ...longTests];

/** Everything else that runs in plain Node, over real sockets and files where it needs them: under a minute. */
export async function unit(request: LaneRequest): Promise<LaneResult> {
  const files = globSync('test/**/*.test.ts', { cwd: projectRoot, exclude: others });
  return runNodeTests({ ...request, files, manner: 'side by side' });
}
