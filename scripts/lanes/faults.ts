import { globSync } from 'node:fs';
import { projectRoot } from '../support/projectRoot.ts';
import { FaultRows } from './faultRows.ts';
import type { LaneRequest, LaneResult } from './lane.ts';
import { runNodeTests } from './nodeTests.ts';

/** Plays the fault matrix, and says at the end how many of its rows pass, and by name which ones are pending and why. */
export async function faults(request: LaneRequest): Promise<LaneResult> {
  const files = globSync('test/faults/**/*.test.ts', { cwd: projectRoot });
  const rows = new FaultRows();
  const result = await runNodeTests({
    ...request,
    files,
    manner: 'side by side',
    hear(stream) {
      stream.on('test:pass', ({ name, todo, skip }) => {
        if (skip === undefined) rows.note(name, typeof todo === 'string' ? todo : true);
      });
      stream.on('test:fail', ({ name }) => rows.note(name, false));
    },
  });
  if (result.code === 123) return result;
  console.log(`\n${rows.told().join('\n')}`);
  return { ...result, words: rows.words };
}
