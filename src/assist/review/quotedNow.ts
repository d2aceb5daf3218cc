import type { CodeFinding } from '../finding.ts';
import type { MovedLines } from './movedLines.ts';
import { quotedCode, quotePlace } from './quotePlace.ts';

type Quoting = Pick<CodeFinding, 'first' | 'last' | 'quoted'>;

/**
 * The lines that a finding quotes, in the text of now: near where they have moved to, or the only ones like them. undefined: they
 * are not there any more, or it cannot be told which of several they are.
 */
export function quotedNow({ quoted }: Quoting, moved: Pick<MovedLines, 'first'>, text: string): Quoting | undefined {
  const code = quotedCode(text);
  const place = quotePlace(code, quoted, moved.first + 1);
  if (typeof place === 'string') return undefined;
  const { first, last } = place;
  return {
    first,
    last,
    quoted: text
      .split('\n')
      .slice(first, last + 1)
      .join('\n'),
  };
}
