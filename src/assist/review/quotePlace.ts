/** Lines of a code, 0-based, inclusive. */
export interface QuotePlace {
  readonly first: number;
  readonly last: number;
  /** Whole lines were quoted, all of them: what is proposed may stand in their place. */
  readonly isWhole: boolean;
}

/** A code in which quotations are looked for. */
export interface QuotedCode {
  /** Its lines as they are compared. */
  readonly keys: readonly string[];
  readonly known: ReadonlySet<string>;
  /** So many lines may still be looked at: code of nothing but short lines, quoted often, would hold up the editor. */
  linesLeft: number;
}

/** Of forty findings in a file of 25 000 lines the last quotation is still looked for. */
const mostLines = 1_000_000;
/** A line tells nothing of where it stands when it is shorter, characters. */
const leastTelling = 6;
/** So far from the line that was named a quotation is still taken for the one that is meant. */
const nearLines = 2;

/** Blanks are no part of what is compared: models change them. */
function keyOf(line: string): string {
  const bare = line.trim();
  return /\s\s|[^\S ]/.test(bare) ? bare.replace(/\s+/g, ' ') : bare;
}

export function quotedCode(code: string): QuotedCode {
  const keys = code.split('\n').map(keyOf);
  return { keys, known: new Set(keys), linesLeft: mostLines };
}

/**
 * Where a quotation stands in a code. 'missing': nowhere, 'several': at several places, and it is not known which is meant.
 * `line`: where it stands by the model's word, 1-based, which decides only between places that are there.
 */
export function quotePlace(code: QuotedCode, quote: string, line?: number): QuotePlace | 'missing' | 'several' {
  const { lines, isCut } = quotedLines(quote);
  const place = placeOfLines(code, { lines, isCut }, line);
  const bare = place === 'missing' ? withoutNumbers(lines) : undefined;
  return bare ? placeOfLines(code, { lines: bare, isCut }, line) : place;
}

interface QuotedLines {
  readonly lines: readonly string[];
  /** Something is left out behind them. */
  readonly isCut: boolean;
}

function placeOfLines(
  code: QuotedCode,
  { lines, isCut }: QuotedLines,
  line: number | undefined,
): QuotePlace | 'missing' | 'several' {
  const [only = ''] = lines;
  const isThere = lines.length > 0 && lines.every(each => code.known.has(each));
  const isPart = !isThere && lines.length === 1 && only.length >= leastTelling;
  if (!isThere && !isPart) return 'missing';
  if (code.linesLeft < code.keys.length) return 'several'; // that is, it is not known
  code.linesLeft -= code.keys.length;
  const matches = isPart ? partsIn(code.keys, only) : sequencesIn(code.keys, lines);
  const first = meantOf(matches, line);
  return typeof first === 'string' ? first : { first, last: first + lines.length - 1, isWhole: !isPart && !isCut };
}

/** Without a fence and empty lines around; up to where it leaves something out. */
function quotedLines(quote: string): QuotedLines {
  const all = quote
    .split('\n')
    .map(keyOf)
    .filter(line => !/^```\w*$/.test(line));
  const first = all.findIndex(line => line !== '');
  const told = first < 0 ? [] : all.slice(first, all.findLastIndex(line => line !== '') + 1);
  const gap = told.findIndex((line, at) => at > 0 && /^(?:\/\/|#|--)? ?(?:\.\.\.|…)$/.test(line));
  return gap < 0 ? { lines: told, isCut: false } : { lines: told.slice(0, gap), isCut: true };
}

/** Of '12: code' the code, where every line has its number; undefined: they have none. */
function withoutNumbers(lines: readonly string[]): readonly string[] | undefined {
  const numbered = /^\d{1,6}(?: ?[:|│→]| )/;
  const isNumbered = lines.length > 0 && lines.every(line => line === '' || numbered.test(line));
  return isNumbered ? lines.map(line => line.replace(numbered, '').trim()) : undefined;
}

/** The only match, or the only one near the line that is named; of many no more are looked at than it takes to know. */
function meantOf(matches: Iterable<number>, line: number | undefined): number | 'missing' | 'several' {
  const near: number[] = [];
  let only: number | undefined;
  let count = 0;
  for (const first of matches) {
    count += 1;
    only ??= first;
    if (line !== undefined && Math.abs(first + 1 - line) <= nearLines) near.push(first);
    if (count > 1 && (line === undefined || first + 1 > line + nearLines)) break;
  }
  if (only === undefined) return 'missing';
  if (count === 1) return only;
  const [nearest, ...others] = near;
  return nearest !== undefined && others.length === 0 ? nearest : 'several';
}

/** Lines that hold this text. */
function* partsIn(keys: readonly string[], key: string): Generator<number> {
  for (let at = 0; at < keys.length; at += 1) if (keys[at]?.includes(key) === true) yield at;
}

/** Where these lines follow one another (Knuth, Morris and Pratt): also among lines that are all alike in one pass. */
function* sequencesIn(keys: readonly string[], lines: readonly string[]): Generator<number> {
  const back = fallbacksOf(lines);
  let matched = 0;
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at];
    while (matched > 0 && lines[matched] !== key) matched = back[matched - 1] ?? 0;
    if (lines[matched] === key) matched += 1;
    if (matched < lines.length) continue;
    yield at - lines.length + 1;
    matched = back[matched - 1] ?? 0;
  }
}

/** For each line: how many of the first lines the lines up to it end with. */
function fallbacksOf(lines: readonly string[]): readonly number[] {
  const back = [0];
  let matched = 0;
  for (const line of lines.slice(1)) {
    while (matched > 0 && lines[matched] !== line) matched = back[matched - 1] ?? 0;
    if (lines[matched] === line) matched += 1;
    back.push(matched);
  }
  return back;
}
