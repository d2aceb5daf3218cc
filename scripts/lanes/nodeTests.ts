import { availableParallelism } from 'node:os';
import path from 'node:path';
import { run, type EventData, type TestsStream } from 'node:test';
import { dot, spec } from 'node:test/reporters';
import { notForThisSystem } from '../../test/support/onlyWith.ts';
import { projectRoot } from '../support/projectRoot.ts';
import { inShort } from './inShort.ts';
import type { LaneRequest, LaneResult } from './lane.ts';

export interface NodeTests extends LaneRequest {
  readonly files: readonly string[];
  /** Side by side prints a dot for each test and what failed; one by one prints each test's name. */
  readonly manner: 'side by side' | 'one by one';
  /** How long one test or hook may take. Default: 60 s. */
  readonly testLimitMs?: number;
  /** Hears what becomes of each test. */
  readonly hear?: (stream: TestsStream) => void;
}

/** No test may contact anything but this machine, and none may leave anything open. */
const guards = ['socketGuard.ts', 'openEnds.ts'].flatMap(file => [
  '--import',
  path.join(projectRoot, 'test/support', file),
]);

/**
 * Runs test files in processes of their own. No test at all is a failure, and so is a test that is skipped, unless it is
 * not for this system: then it is named and counted.
 */
export async function runNodeTests(tests: NodeTests): Promise<LaneResult> {
  const { manner, grep, testLimitMs = 60_000 } = tests;
  const wanted = chosenFiles(tests);
  if (wanted.length === 0) return { code: 123, words: 'no test file' };
  const stream = run({
    files: wanted.map(file => path.join(projectRoot, file)),
    execArgv: [...guards, `--test-timeout=${testLimitMs}`],
    concurrency: manner === 'side by side' ? availableParallelism() : 1,
    ...(grep === undefined ? {} : { testNamePatterns: grep }),
  });
  const summary = summaryOf(stream);
  tests.hear?.(stream);
  const report = (
    manner === 'side by side' ? stream.compose(dot) : stream.compose(new spec())
  ) as AsyncIterable<string>;
  for await (const chunk of report) process.stdout.write(chunk);
  return judgeTests(summary);
}

/** The files that were asked for, or all of them. */
export function chosenFiles({ files, only }: Pick<NodeTests, 'files' | 'only'>): readonly string[] {
  return only.length === 0 ? files : files.filter(file => only.some(name => file.includes(path.normalize(name))));
}

/** What became of all tests together. */
export interface Summary {
  tests: number;
  passed: number;
  todo: number;
  /** Whether every file and hook went well. */
  success: boolean;
  /** The tests that were not played, with the reason that they give. */
  readonly skipped: { readonly name: string; readonly reason: string }[];
  /** The tests and hooks that failed, each in short. */
  readonly failed: string[];
  /** The files that they stand in; empty: not known of each. */
  readonly failedIn: Set<string>;
}

function summaryOf(stream: TestsStream): Summary {
  const summary: Summary = {
    tests: 0,
    passed: 0,
    todo: 0,
    success: false,
    skipped: [],
    failed: [],
    failedIn: new Set(),
  };
  stream.on('test:pass', ({ name, skip }) => {
    if (skip !== undefined && skip !== false) summary.skipped.push({ name, reason: String(skip) });
  });
  stream.on('test:fail', event => {
    if (isOfItsTests(event)) return;
    const what = whatFailed(event);
    summary.failed.push(inShort(what));
    summary.failedIn.add(what.place);
  });
  stream.on('test:summary', ({ file, counts, success }) => {
    if (file === undefined)
      Object.assign(summary, { ...counts, success, skipped: summary.skipped, failed: summary.failed });
  });
  return summary;
}

/** Whether only something inside of it failed, which is told by itself. */
const isOfItsTests = ({ details: { error } }: EventData.TestFail): boolean =>
  'failureType' in error && error.failureType === 'subtestsFailed';

/** Node wraps what a test threw into an error of its own. */
const whatFailed = ({ name, file, details: { error } }: EventData.TestFail): Parameters<typeof inShort>[0] => ({
  name,
  place: file === undefined ? '' : path.relative(projectRoot, file),
  error: error.cause ?? error,
});

/** Judges a run, and prints by name what was not played. */
export function judgeTests({ tests, passed, todo, success, skipped, failed, failedIn }: Summary): LaneResult {
  const foreign = skipped.filter(({ reason }) => reason.startsWith(notForThisSystem));
  const silent = skipped.filter(({ reason }) => !reason.startsWith(notForThisSystem));
  for (const { name, reason } of foreign) console.log(`  ${reason}: ${name}`);
  for (const { name } of silent) console.log(`  skipped without need: ${name}`);
  const words = [
    `${passed} passed, ${tests - passed - skipped.length - todo} failed`,
    ...(silent.length > 0 ? [`${silent.length} skipped without need`] : []),
    ...(foreign.length > 0 ? [`${foreign.length} not for this system`] : []),
    ...(todo > 0 ? [`${todo} pending`] : []),
  ].join(', ');
  if (tests === 0) return { code: 123, words: 'no test ran' };
  return {
    ...{ code: success && silent.length === 0 ? 0 : 1, words },
    ...(failed.length > 0 && { failed }),
    ...(failedIn.size > 0 && silent.length === 0 && !failedIn.has('') && { failedIn: [...failedIn] }),
  };
}
