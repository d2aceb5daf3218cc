import { atOnce } from '../../core/shared/steps.ts';
import { isBlank, readCodeLines } from '../enclosing/codeLines.ts';
import { importStatementsIn } from './importStatements.ts';

/** Does a test file that was written anew have every line of the one that is there, and all that it takes in? */
export function keepsAll(
  written: string,
  { text, language }: { readonly text: string; readonly language: string },
): boolean {
  const own = atOnce(readCodeLines(text, language));
  const imports = importStatementsIn(own);
  const isImport = new Set(imports.flatMap(({ from, to }) => range(from, to)));
  const counts = new Map<string, number>();
  for (const line of written.split('\n')) counts.set(line.trim(), (counts.get(line.trim()) ?? 0) + 1);
  const words = new Set(wordsIn(written));
  const isKept = (line: string, at: number): boolean => {
    if (isBlank(line) || (isImport.has(at) && !isBlank(own.codeLines[at]))) return true;
    const left = counts.get(line.trim()) ?? 0;
    counts.set(line.trim(), left - 1);
    return left > 0;
  };
  return own.lines.every(isKept) && imports.every(each => wordsIn(each.text).every(word => words.has(word)));
}

const wordsIn = (text: string): readonly string[] => text.match(/[\p{L}\p{N}_$]+/gu) ?? [];

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);
