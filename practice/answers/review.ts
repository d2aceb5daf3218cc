import { languageOf } from '../code/language.ts';
import { readSource, type ReadSource } from '../code/readSource.ts';
import type { ReadPrompt } from './prompt.ts';
import { risksOf } from './risks.ts';

/** What rules know to be wrong, as findings: each quotes its line, and some say what should stand there. */
export const review = (source: ReadSource): string => JSON.stringify({ findings: findingsOf(source) });

/** The same of the lines that a change has added, each with its file. */
export function reviewOfChanges({ said }: ReadPrompt): string {
  const files = [...said.matchAll(/^Changes of (.+):\n(`{3,})diff\n([\s\S]*?)\n\2$/gm)];
  const findings = files.flatMap(([, file = '', , hunks = '']) => {
    const added = hunks.split('\n').filter(line => line.startsWith('+'));
    const code = added.map(line => line.slice(1)).join('\n');
    const found = findingsOf(readSource(code, languageOf(file.split('.').at(-1) ?? '', code)));
    return found.map(({ line: _, ...finding }) => ({ file, ...finding }));
  });
  return JSON.stringify({ findings });
}

function findingsOf(source: ReadSource) {
  const lines = source.code.split('\n');
  return risksOf(source).map(({ line, says }) => {
    const quote = lines[line - source.firstLine] ?? '';
    const fix = mended(quote);
    return {
      quote,
      line: line - source.firstLine + 1,
      severity: fix === quote ? 'information' : 'warning',
      kind: 'bug',
      message: `${says.charAt(0).toUpperCase()}${says.slice(1)}`,
      why: 'Practice finding: a rule knows this sign; no model was asked.',
      advice: 'Look whether it holds here.',
      ...(fix !== quote && { fix }),
    };
  });
}

const mended = (line: string): string =>
  line.replace(/\bMath\.(?:floor|trunc)\(/, 'Math.round(').replace(/([^=>-])> (\d+ \?)/, '$1>= $2');
