import type { ReadSource } from '../code/readSource.ts';
import { risksOf } from './risks.ts';

/** What rules know to be wrong, as findings: each quotes its line, and some say what should stand there. */
export function review(source: ReadSource): string {
  const lines = source.code.split('\n');
  const findings = risksOf(source).map(({ line, says }) => {
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
  return JSON.stringify({ findings });
}

const mended = (line: string): string =>
  line.replace(/\bMath\.(?:floor|trunc)\(/, 'Math.round(').replace(/([^=>-])> (\d+ \?)/, '$1>= $2');
