import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { testEnvironment } from '../../scripts/support/environment.ts';
import { projectRoot } from '../../scripts/support/projectRoot.ts';

/** Runs a script in a Node of its own, and gives what it reported. */
export async function runProcess(script: string, ...scriptArguments: readonly string[]): Promise<unknown> {
  const child = startProcess(script, ...scriptArguments);
  const ended = once(child, 'exit');
  const report = await firstReport(child);
  await ended;
  return report;
}

/** Starts a script in a Node of its own; it ends when we do, because its channel closes then (see `report.ts`). */
export function startProcess(script: string, ...scriptArguments: readonly string[]): ChildProcess {
  return fork(script, scriptArguments, { env: testEnvironment(), execArgv: [], cwd: projectRoot });
}

/** What a process reports first; rejects when it ends without a word. */
export async function firstReport(child: ChildProcess): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  child.once('message', resolve);
  child.once('error', reject);
  child.once('exit', code => reject(new Error(`${child.spawnargs.join(' ')} ended with ${code} without a report`)));
  return promise;
}
