import { spawnSync } from 'node:child_process';
import { isScript } from '../../../bench/confidence/code/languages.ts';
import { syntaxErrors } from '../../../bench/confidence/code/scriptTree.ts';
import type { Unit } from '../../../bench/confidence/code/unit.ts';

const program = 'import sys; compile(sys.stdin.read(), "sample", "exec")';
const hasPython = spawnSync('python3', ['--version']).status === 0;

/** Does the file parse with this code in its place? By a compiler of the language; undefined: none is here. */
export function parsesWith({ language, before, after }: Unit, code: string): boolean | undefined {
  const text = before + code + after;
  if (isScript(language)) return syntaxErrors(language, text) === 0;
  if (language !== 'python' || !hasPython) return undefined;
  return spawnSync('python3', ['-c', program], { input: text, env: { PYTHONIOENCODING: 'utf8' } }).status === 0;
}
