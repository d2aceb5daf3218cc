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
}

/** A line tells nothing of where it stands when it is shorter, characters. */
const leastTelling = 6;
/** So far from the line that was named a quotation is still taken for the one that is meant. */
const nearLines = 2;

/** Blanks are no part of what is compared: models change them. */
const keyOf = (line: string): string => line.replace(/\s+/g, ' ').trim();

export const quotedCode = (code: string): QuotedCode => ({ keys: code.split('\n').map(keyOf) });

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
  { keys }: QuotedCode,
  { lines, isCut }: QuotedLines,
  line: number | undefined,
): QuotePlace | 'missing' | 'several' {
  const whole = sequencesOf(keys, lines).map(first => ({ first, last: first + lines.length - 1, isWhole: !isCut }));
  const [only = ''] = lines;
  const isPart = whole.length === 0 && lines.length === 1 && only.length >= leastTelling;
  return oneOf(isPart ? within(keys, only) : whole, line);
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

function oneOf(places: readonly QuotePlace[], line: number | undefined): QuotePlace | 'missing' | 'several' {
  const [only, ...others] = places;
  if (!only) return 'missing';
  if (others.length === 0) return only;
  if (line === undefined) return 'several';
  const near = places.filter(({ first }) => Math.abs(first + 1 - line) <= nearLines);
  const [nearest, ...more] = near;
  return nearest && more.length === 0 ? nearest : 'several';
}

/** A part of a line. */
const within = (keys: readonly string[], key: string): readonly QuotePlace[] =>
  keys.flatMap((each, at) => (each.includes(key) ? [{ first: at, last: at, isWhole: false }] : []));

/** Where these lines follow one another (Knuth, Morris and Pratt): also among lines that are all alike in one pass. */
function sequencesOf(keys: readonly string[], lines: readonly string[]): readonly number[] {
  if (lines.length === 0) return [];
  const back = fallbacksOf(lines);
  const found: number[] = [];
  let matched = 0;
  for (const [at, key] of keys.entries()) {
    while (matched > 0 && lines[matched] !== key) matched = back[matched - 1] ?? 0;
    if (lines[matched] === key) matched += 1;
    if (matched < lines.length) continue;
    found.push(at - lines.length + 1);
    matched = back[matched - 1] ?? 0;
  }
  return found;
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
