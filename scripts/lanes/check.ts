import path from 'node:path';
import { projectRoot } from '../support/projectRoot.ts';
import { runCommand } from '../support/runCommand.ts';
import type { LaneResult } from './lane.ts';

const tools: readonly (readonly [name: string, script: string, ...toolArguments: string[]])[] = [
  ['types', 'typescript/bin/tsc', '--project', '.'],
  ['webview types', 'typescript/bin/tsc', '--project', 'media'],
  ['lint', 'eslint/bin/eslint.js', '.'],
  ['format', 'prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
];

/** Types, lint and format, side by side; prints only what is wrong. */
export async function check(): Promise<LaneResult> {
  const failed = await Promise.all(tools.map(runTool));
  const names = failed.filter(name => name !== undefined);
  return names.length === 0
    ? { code: 0, words: 'types, lint and format are clean' }
    : { code: 1, words: `not clean: ${names.join(', ')}` };
}

/** The name of the tool if it found something. */
async function runTool([name, script, ...toolArguments]: (typeof tools)[number]): Promise<string | undefined> {
  const tool = path.join(projectRoot, 'node_modules', script);
  const { code, output } = await runCommand(process.execPath, [tool, ...toolArguments], { cwd: projectRoot });
  if (code === 0) return undefined;
  console.log(`${name}:\n${output}`);
  return name;
}
