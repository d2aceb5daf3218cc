import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { testEnvironment } from '../scripts/environment.ts';

const here = import.meta.dirname;

/** Runs a script below `bench/` in a Node of its own, and gives what it reported. */
export async function inProcess(script: string, ...scriptArguments: readonly string[]): Promise<unknown> {
  const child = startProcess(script, ...scriptArguments);
  const report = await firstReport(child, script);
  await once(child, 'exit');
  return report;
}

/** Starts a script below `bench/`. It ends when its parent does, because then its channel closes. */
export function startProcess(script: string, ...scriptArguments: readonly string[]): ChildProcess {
  return fork(path.join(here, script), scriptArguments, { env: testEnvironment(), execArgv: [] });
}

/** What a process reports first; rejects when it ends without a word. */
export async function firstReport(child: ChildProcess, script: string): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  child.once('message', resolve);
  child.once('error', reject);
  child.once('exit', code => reject(new Error(`${script} ended with ${code} and reported nothing`)));
  return promise;
}

/** In such a script: tells the parent; prints it when somebody runs the script by hand. */
export function report(figures: object): void {
  if (process.send === undefined) console.log(JSON.stringify(figures, null, 2));
  else process.send(figures);
}

/** In such a script: ends with the parent. */
export function endWithParent(): void {
  process.once('disconnect', () => process.exit());
}
