import { atOnce } from '../../core/shared/steps.ts';
import type { Context } from '../assistance.ts';
import { readCodeLines } from '../enclosing/codeLines.ts';

/** So much of the file around it is looked at, characters. */
const around = 20_000;

/**
 * The names that the code around a symbol uses by themselves: a symbol of the same name there would take their place, or they
 * its. Members of something else, behind a dot, are none; comments and texts are not looked at.
 */
export function takenNames({ before, code, after, language }: Context): ReadonlySet<string> {
  const text = `${before.slice(-around)}\n${code.slice(0, around)}\n${after.slice(0, around)}`;
  const read = atOnce(readCodeLines(text, language));
  return new Set(
    [...read.code.matchAll(/(?<![.\p{L}\p{N}_$])[\p{L}_$@#][\p{L}\p{N}_$]*/gu)].map(([name]) => name.normalize()),
  );
}
