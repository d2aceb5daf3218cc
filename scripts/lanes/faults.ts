import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { run } from 'node:test';
import { dot } from 'node:test/reporters';
import { projectRoot } from '../support/projectRoot.ts';
import { FaultRows } from './faultRows.ts';
import type { LaneRequest, LaneResult } from './lane.ts';
import { guarded } from './nodeTests.ts';

/** Plays the fault matrix, and says at the end how many of its rows pass, and by name which ones are pending and why. */
export async function faults({ only, grep }: LaneRequest): Promise<LaneResult> {
  const files = globSync('test/faults/*.test.ts', { cwd: projectRoot }).filter(
    file => only.length === 0 || only.some(name => file.includes(name)),
  );
  if (files.length === 0) return { code: 123, words: 'no test file' };
  const stream = run({
    files: files.map(file => path.join(projectRoot, file)),
    execArgv: guarded,
    concurrency: availableParallelism(),
    ...(grep === undefined ? {} : { testNamePatterns: grep }),
  });
  const rows = new FaultRows();
  let success = false;
  stream.on('test:pass', ({ name, todo }) => rows.note(name, typeof todo === 'string' ? todo : true));
  stream.on('test:fail', ({ name }) => rows.note(name, false));
  stream.on('test:summary', summary => {
    if (summary.file === undefined) success = summary.success;
  });
  for await (const chunk of stream.compose(dot) as AsyncIterable<string>) process.stdout.write(chunk);
  console.log(`\n${rows.told().join('\n')}`);
  return { code: success ? 0 : 1, words: rows.words };
}
