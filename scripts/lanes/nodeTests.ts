import { availableParallelism } from 'node:os';
import path from 'node:path';
import { run } from 'node:test';
import { dot, spec } from 'node:test/reporters';
import { projectRoot } from '../support/projectRoot.ts';
import type { LaneRequest, LaneResult } from './lane.ts';

/** No test may contact anything but this machine. */
export const guarded: string[] = ['--import', path.join(projectRoot, 'test/support/socketGuard.ts')];

export interface NodeTests extends LaneRequest {
  readonly files: readonly string[];
  /** Side by side prints a dot for each test and what failed; one by one prints each test's name. */
  readonly manner: 'side by side' | 'one by one';
}

/** Runs test files in processes of their own. No test at all is a failure. */
export async function runNodeTests({ files, only, grep, manner }: NodeTests): Promise<LaneResult> {
  const wanted =
    only.length === 0 ? files : files.filter(file => only.some(name => file.includes(path.normalize(name))));
  if (wanted.length === 0) return { code: 123, words: 'no test file' };
  const stream = run({
    files: wanted.map(file => path.join(projectRoot, file)),
    execArgv: guarded,
    concurrency: manner === 'side by side' ? availableParallelism() : 1,
    ...(grep === undefined ? {} : { testNamePatterns: grep }),
  });
  let result: LaneResult = { code: 1, words: 'ended without a summary' };
  stream.on('test:summary', ({ file, counts, success }) => {
    if (file === undefined) result = judge(counts, success);
  });
  const report = (
    manner === 'side by side' ? stream.compose(dot) : stream.compose(new spec())
  ) as AsyncIterable<string>;
  for await (const chunk of report) process.stdout.write(chunk);
  return result;
}

interface Counts {
  readonly tests: number;
  readonly passed: number;
  readonly skipped: number;
  readonly todo: number;
}

function judge({ tests, passed, skipped, todo }: Counts, success: boolean): LaneResult {
  const failed = tests - passed - skipped - todo;
  const words = `${passed} passed, ${failed} failed${skipped + todo > 0 ? `, ${skipped + todo} pending` : ''}`;
  if (tests === 0) return { code: 123, words: 'no test ran' };
  return { code: success ? 0 : 1, words };
}
