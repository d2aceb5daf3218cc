import type { Lexicon, Quote } from './lexicons.ts';

/** A part of a code that is more than a character among others. */
export interface Piece {
  /** 'nothing': a mark that begins none of them, so that whoever reads in steps has its turn among many. */
  readonly kind: 'comment' | 'text' | 'bracket' | 'nothing';
  readonly from: number;
  /** The offset after it. */
  readonly to: number;
  /** False: a text that the code ends in. */
  readonly closed: boolean;
}

/** Comments, texts and brackets in order; what is in comments and texts is not looked at. In time that grows with the code. */
export function* piecesOf(code: string, lexicon: Lexicon): Generator<Piece> {
  const kinds = kindsOf(lexicon);
  const search: Search = { code, lexicon, openUntil: new Map(), expressions: { lineEnd: -1, failed: 0 } };
  for (let from = 0; from < code.length;) {
    const kind = kinds[code.charCodeAt(from)] ?? passedOver;
    const piece = kind === mark ? pieceAt(search, from) : undefined;
    if (kind !== passedOver) yield piece ?? single(from, lexicon.brackets.includes(code.charAt(from)));
    from = piece?.to ?? from + 1;
  }
}

const single = (from: number, isBracket: boolean): Piece => ({
  kind: isBracket ? 'bracket' : 'nothing',
  from,
  to: from + 1,
  closed: true,
});

/** What a character may begin, by its code. */
const passedOver = 0;
const bracket = 1;
const mark = 2; // of a comment or a text

function kindsOf({ lineComments, blockComments, quotes, literal, brackets }: Lexicon): Uint8Array {
  const marks = [...lineComments, ...blockComments.map(([open]) => open), ...quotes.map(quote => quote.open)];
  const kinds = new Uint8Array(128);
  for (const character of brackets) kinds[character.charCodeAt(0)] = bracket;
  for (const each of literal ? [...marks, '/', "'"] : marks) kinds[each.charCodeAt(0)] = mark;
  return kinds;
}

const pieceAt = (search: Search, from: number): Piece | undefined =>
  commentAt(search.code, from, search.lexicon) ?? literalAt(search, from) ?? textAt(search, from);

/** Says of a line that begins at an offset whether it stands in a comment or a text that began before it. To be asked from the code's start to its end. */
export function withinPieces(code: string, lexicon: Lexicon): (offset: number) => boolean {
  const pieces = piecesOf(code, lexicon);
  let last: Piece | undefined;
  return offset => {
    while (!last || last.to <= offset) {
      const next = pieces.next();
      if (next.done === true) return false;
      last = next.value;
    }
    return last.from < offset && (last.kind === 'comment' || last.kind === 'text');
  };
}

/** Is a text nothing but comments? One in three quotes is one, where a language documents by it. */
export function isBareComment(text: string, lexicon: Lexicon, hasDocstrings: boolean): boolean {
  let done = 0;
  for (const { kind, from, to, closed } of piecesOf(text, lexicon)) {
    const isDocstring = hasDocstrings && kind === 'text' && closed && /^(?:"""|''')/.test(text.slice(from, from + 3));
    if (kind !== 'comment' && !isDocstring) return false;
    if ((isDocstring ? /[^\sru]/i : /\S/).test(text.slice(done, from))) return false;
    done = to;
  }
  return done > 0 && text.slice(done).trim() === '';
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

/** What was looked for in vain, so that no line is searched to its end once for each of its quotes. */
interface Search {
  readonly code: string;
  readonly lexicon: Lexicon;
  /** Up to which offset no closing quote follows. */
  readonly openUntil: Map<Quote, number>;
  /** Regular expressions that did not end on the line that ends at this offset. */
  readonly expressions: { lineEnd: number; failed: number };
}

/** So many slashes of a line are tried as the beginning of a regular expression. */
const mostExpressions = 16;

function literalAt({ code, lexicon: { literal }, expressions }: Search, from: number): Piece | undefined {
  const isExpression = code.charAt(from) === '/';
  const isOnLine = from < expressions.lineEnd;
  if (!literal || (isExpression && isOnLine && expressions.failed >= mostExpressions)) return undefined;
  literal.lastIndex = from;
  if (literal.test(code)) return { kind: 'text', from, to: literal.lastIndex, closed: true };
  if (isExpression && !isOnLine) expressions.lineEnd = after(code, '\n', from);
  if (isExpression) expressions.failed = isOnLine ? expressions.failed + 1 : 1;
  return undefined;
}

function textAt({ code, lexicon: { quotes }, openUntil }: Search, from: number): Piece | undefined {
  const quote = quotes.find(each => code.startsWith(each.open, from));
  if (!quote || from < (openUntil.get(quote) ?? 0)) return undefined;
  const { to, until } = textEnd(code, from + quote.open.length, quote);
  if (to !== undefined) return { kind: 'text', from, to, closed: true };
  if (quote.lines) return { kind: 'text', from, to: code.length, closed: false };
  openUntil.set(quote, until);
  return undefined;
}

/** Where a text ends, after its closing quote; undefined: it does not, or not on its line, which ends at `until`. */
function textEnd(
  code: string,
  from: number,
  { close, escapes, lines }: Quote,
): { readonly to?: number; readonly until: number } {
  const first = close.charCodeAt(0);
  for (let at = from; at < code.length; at += 1) {
    const character = code.charCodeAt(at);
    if (character === lineFeed && !lines) return { until: at };
    if (character === backslash && escapes) at += 1;
    else if (character === first && code.startsWith(close, at)) return { to: at + close.length, until: at };
  }
  return { until: code.length };
}

const lineFeed = 10;
const backslash = 92;
