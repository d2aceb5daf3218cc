import { globSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { takeCoverage } from 'node:v8';
import { format } from 'node:util';
import Mocha from 'mocha';
import type { Verdict } from '../../../scripts/editor/verdict.ts';
import { inShort } from '../../../scripts/lanes/inShort.ts';
import { strangers } from '../../support/socketGuard.ts';
import { mark } from './mark.ts';

Mocha.reporters.Base.consoleLog = say;

/** VS Code calls this in the extension host, with the extension under test installed but not yet activated. */
export async function run(): Promise<void> {
  const grep = process.env['STEADFAST_GREP'];
  const mocha = new Mocha({ ui: 'tdd', color: false, timeout: 60_000, ...(grep === undefined ? {} : { grep }) });
  for (const file of testFiles(process.env['STEADFAST_SCENE'] ?? 'main')) mocha.addFile(file);
  const verdict = await play(mocha);
  writeFileSync(process.env['STEADFAST_VERDICT'] ?? '', JSON.stringify(verdict));
  if (process.env['NODE_V8_COVERAGE'] !== undefined) takeCoverage(); // the host is killed, it does not exit
  if (verdict.failures > 0) throw new Error(`${verdict.failures} tests failed`);
}

/** Everything that the person at the terminal shall read goes through here. */
function say(...words: readonly unknown[]): void {
  for (const line of format(...words).split('\n')) console.log(mark + line);
}

/** Files directly in `test/scenes/` belong to `main`. */
function testFiles(scene: string): readonly string[] {
  const built = path.dirname(__dirname);
  const patterns = [`${scene}/**/*.test.cjs`, ...(scene === 'main' ? ['*.test.cjs'] : [])];
  return globSync(patterns, { cwd: built })
    .sort()
    .map(file => path.join(built, file));
}

async function play(mocha: Mocha): Promise<Verdict> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const failed: string[] = [];
  const place = `scene ${process.env['STEADFAST_SCENE'] ?? 'main'}`;
  const runner = mocha.run(resolve);
  runner.on('fail', (test, error: unknown) => failed.push(inShort({ name: test.fullTitle(), place, error })));
  const failures = await promise;
  const sent = [...strangers].map(stranger => `socket guard: something was to be sent to ${stranger}`);
  for (const words of sent) say(words);
  return {
    failures: failures + strangers.size,
    passes: runner.stats?.passes ?? 0,
    pending: runner.stats?.pending ?? 0,
    failed: [...failed, ...sent],
  };
}
