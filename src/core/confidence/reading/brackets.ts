import type { Lexicon } from './lexicons.ts';
import { piecesOf } from './pieces.ts';

/** What counting the brackets of a piece of code shows. */
export interface Balance {
  /** Brackets closed that nothing in the piece opened, then those left open, then a text left open: '})|{"'. '' if none. */
  readonly shape: string;
  /** How many brackets there are. */
  readonly count: number;
  /** 1-based line of the first bracket without its partner; undefined when each has one. */
  readonly line?: number;
}

interface Mark {
  readonly text: string;
  readonly at: number;
}

/** Counts brackets outside of comments and texts. A fragment is out of balance in its own way, which is its shape. */
export function balanceOf(code: string, lexicon: Lexicon): Balance {
  const open: Mark[] = [];
  const closed: Mark[] = [];
  let count = 0;
  for (const { kind, from, closed: isClosed } of piecesOf(code, lexicon)) {
    if (kind === 'nothing') continue;
    const mark = { text: code.charAt(from), at: from };
    const index = kind === 'bracket' ? lexicon.brackets.indexOf(mark.text) : -1;
    if (kind === 'bracket') count += 1;
    if (index % 2 === 0 || !isClosed) open.push(mark);
    else if (index >= 0 && open.at(-1)?.text === lexicon.brackets.charAt(index - 1)) open.pop();
    else if (index >= 0) closed.push(mark);
  }
  const first = closed[0] ?? open[0];
  if (!first) return { shape: '', count };
  const textOf = (marks: readonly Mark[]) => marks.map(mark => mark.text).join('');
  return { shape: `${textOf(closed)}|${textOf(open)}`, count, line: code.slice(0, first.at).split('\n').length };
}
