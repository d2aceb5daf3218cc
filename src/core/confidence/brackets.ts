import type { Lexicon, Quote } from './lexicons.ts';

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
  /** A bracket, or the quote of a text that is left open. */
  readonly text: string;
  readonly at: number;
}

/** Counts brackets outside of comments and texts. A fragment is out of balance in its own way, which is its shape. */
export function balanceOf(code: string, lexicon: Lexicon): Balance {
  const open: Mark[] = [];
  const closed: Mark[] = [];
  let count = 0;
  for (const mark of marksIn(code, lexicon)) {
    const index = lexicon.brackets.indexOf(mark.text);
    if (index >= 0) count += 1;
    if (index < 0 || index % 2 === 0) open.push(mark);
    else if (open.at(-1)?.text === lexicon.brackets[index - 1]) open.pop();
    else closed.push(mark);
  }
  const first = closed[0] ?? open[0];
  if (!first) return { shape: '', count };
  const textOf = (marks: readonly Mark[]) => marks.map(mark => mark.text).join('');
  return { shape: `${textOf(closed)}|${textOf(open)}`, count, line: code.slice(0, first.at).split('\n').length };
}

function* marksIn(code: string, lexicon: Lexicon): Generator<Mark> {
  for (let at = 0; at < code.length;) {
    const afterComment = commentEnd(code, at, lexicon) ?? literalEnd(code, at, lexicon);
    const quote = lexicon.quotes.find(each => code.startsWith(each.open, at));
    if (afterComment !== undefined) at = afterComment;
    else if (quote) {
      const end = textEnd(code, at + quote.open.length, quote);
      if (end === undefined && quote.lines) return yield { text: quote.open, at };
      at = end ?? at + 1;
    } else {
      const text = code.charAt(at);
      if (lexicon.brackets.includes(text)) yield { text, at };
      at += 1;
    }
  }
}

function commentEnd(code: string, at: number, { lineComments, blockComments }: Lexicon): number | undefined {
  for (const [open, close] of blockComments) {
    if (!code.startsWith(open, at)) continue;
    const end = code.indexOf(close, at + open.length);
    return end < 0 ? code.length : end + close.length;
  }
  const begins = lineComments.some(mark => code.startsWith(mark, at) && (mark !== '#' || isApart(code, at)));
  if (!begins) return undefined;
  const end = code.indexOf('\n', at);
  return end < 0 ? code.length : end;
}

/** `#` within a word is none: `$#`, `${#list}`, `a#b`. */
const isApart = (code: string, at: number): boolean => at === 0 || /\s/.test(code.charAt(at - 1));

function literalEnd(code: string, at: number, { literal }: Lexicon): number | undefined {
  if (!literal) return undefined;
  literal.lastIndex = at;
  return literal.test(code) ? literal.lastIndex : undefined;
}

/** Where a text ends, after its closing quote; undefined: it does not, or not on its line. */
function textEnd(code: string, from: number, { close, escapes, lines }: Quote): number | undefined {
  for (let at = from; at < code.length; at += 1) {
    if (code.startsWith(close, at)) return at + close.length;
    if (escapes && code.charAt(at) === '\\') at += 1;
    else if (!lines && code.charAt(at) === '\n') return undefined;
  }
  return undefined;
}
