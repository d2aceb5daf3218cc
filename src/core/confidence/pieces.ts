import type { Lexicon, Quote } from './lexicons.ts';

/** A part of a code that is more than a character among others. */
export interface Piece {
  readonly kind: 'comment' | 'text' | 'bracket';
  readonly from: number;
  /** The offset after it. */
  readonly to: number;
  /** False: a text that the code ends in. */
  readonly closed: boolean;
}

/** Comments, texts and brackets in order; what is in comments and texts is not looked at. */
export function* piecesOf(code: string, lexicon: Lexicon): Generator<Piece> {
  const beginning = beginningOf(lexicon);
  for (let next = beginning.exec(code); next; next = beginning.exec(code)) {
    const from = next.index;
    const piece = commentAt(code, from, lexicon) ?? literalAt(code, from, lexicon) ?? textAt(code, from, lexicon);
    if (piece) yield piece;
    else if (lexicon.brackets.includes(code.charAt(from))) yield { kind: 'bracket', from, to: from + 1, closed: true };
    beginning.lastIndex = piece?.to ?? from + 1;
  }
}

/** Every character that a piece can begin with: what is between is passed over at the speed of a regular expression. */
function beginningOf({ lineComments, blockComments, quotes, literal, brackets }: Lexicon): RegExp {
  const marks = [...lineComments, ...blockComments.map(([open]) => open), ...quotes.map(quote => quote.open)];
  const first = marks.map(mark => mark.charAt(0)).join('') + brackets + (literal ? "/'" : '');
  return new RegExp(`[${first.replace(/[\]\\^-]/g, '\\$&')}]`, 'g');
}

/** Does a line that begins at this offset stand in a comment or a text that began before it? */
export function isWithin(code: string, offset: number, lexicon: Lexicon): boolean {
  for (const { kind, from, to } of piecesOf(code, lexicon)) {
    if (from >= offset) return false;
    if (to > offset && kind !== 'bracket') return true;
  }
  return false;
}

function commentAt(code: string, from: number, { lineComments, blockComments }: Lexicon): Piece | undefined {
  for (const [open, close] of blockComments) {
    if (code.startsWith(open, from)) return comment(from, after(code, close, from + open.length));
  }
  const begins = lineComments.some(mark => code.startsWith(mark, from) && (mark !== '#' || isApart(code, from)));
  return begins ? comment(from, after(code, '\n', from) - 1) : undefined;
}

const comment = (from: number, to: number): Piece => ({
  kind: 'comment',
  from,
  to: Math.max(to, from + 1),
  closed: true,
});

/** `#` within a word is none: `$#`, `${#list}`. */
const isApart = (code: string, at: number): boolean => at === 0 || /\s/.test(code.charAt(at - 1));

/** The offset after the next `end`; after the code when there is none. */
function after(code: string, end: string, from: number): number {
  const at = code.indexOf(end, from);
  return at < 0 ? code.length + 1 : at + end.length;
}

function literalAt(code: string, from: number, { literal }: Lexicon): Piece | undefined {
  if (!literal) return undefined;
  literal.lastIndex = from;
  return literal.test(code) ? { kind: 'text', from, to: literal.lastIndex, closed: true } : undefined;
}

function textAt(code: string, from: number, { quotes }: Lexicon): Piece | undefined {
  const quote = quotes.find(each => code.startsWith(each.open, from));
  if (!quote) return undefined;
  const to = textEnd(code, from + quote.open.length, quote);
  if (to !== undefined) return { kind: 'text', from, to, closed: true };
  return quote.lines ? { kind: 'text', from, to: code.length, closed: false } : undefined;
}

/** Where a text ends, after its closing quote; undefined: it does not, or not on its line. */
function textEnd(code: string, from: number, { close, escapes, lines }: Quote): number | undefined {
  const find = escapes ? findUnescaped : findAny;
  const end = find(code, close, from);
  if (end < 0) return undefined;
  const lineEnd = lines ? -1 : find(code, '\n', from);
  return lineEnd >= 0 && lineEnd < end ? undefined : end + close.length;
}

/** The offset of the next mark, -1 if there is none. */
const findAny = (code: string, mark: string, from: number): number => code.indexOf(mark, from);

/** The offset of the next mark without a backslash that escapes it, -1 if there is none. */
function findUnescaped(code: string, mark: string, from: number): number {
  let at = code.indexOf(mark, from);
  while (at >= 0 && isEscaped(code, at, from)) at = code.indexOf(mark, at + 1);
  return at;
}

function isEscaped(code: string, at: number, from: number): boolean {
  let backslashes = 0;
  while (at - 1 - backslashes >= from && code.charAt(at - 1 - backslashes) === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}
