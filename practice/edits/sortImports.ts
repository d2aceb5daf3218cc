import { importsOf } from '../code/declarations.ts';
import type { ReadSource } from '../code/readSource.ts';
import type { EditRule } from './editRule.ts';

/** Sorts each block of imports that stand below each other, by the module's name. */
export const sortImports: EditRule = {
  sign: /\b(sort|order|organi[sz]e|alphabeti[sz]e|tidy)\b.*\b(imports?|includes?|use)\b/i,
  apply: source => {
    const lines = source.code.split('\n');
    for (const run of runsOf(source)) {
      const sorted = run
        .toSorted((one, other) => compare(one.module, other.module))
        .map(({ line }) => source.code.split('\n')[line - 1] ?? '');
      run.forEach(({ line }, index) => (lines[line - 1] = sorted[index] ?? ''));
    }
    return lines.join('\n');
  },
};

type ImportLine = ReturnType<typeof importsOf>[number];

/** Imports on lines that follow each other. An import over several lines ends a block: it is left where it is. */
function runsOf(source: ReadSource): readonly (readonly ImportLine[])[] {
  const lines = source.masked.text.split('\n');
  const runs: ImportLine[][] = [];
  for (const found of importsOf(source)) {
    const text = lines[found.line - 1] ?? '';
    const isPartOfMore = /\brequire\(/.test(text) && !/^\s*(?:const|let|var)\b.*\)\s*;?\s*$/.test(text);
    const isWhole =
      !isPartOfMore &&
      !/\\\s*$/.test(text) &&
      count(text, '{') === count(text, '}') &&
      count(text, '(') === count(text, ')');
    const run = runs.at(-1);
    if (!isWhole) runs.push([]);
    else if (run?.at(-1)?.line === found.line - 1) run.push(found);
    else runs.push([found]);
  }
  return runs;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
