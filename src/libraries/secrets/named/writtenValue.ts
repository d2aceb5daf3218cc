/** A value as it stands in a text: from `start` up to but without `end`. */
export interface WrittenValue {
  readonly start: number;
  readonly end: number;
  /** Behind its closing quote. */
  readonly next: number;
}

// a few letters before a literal (b'…', @"…", N'…', f"…", r#"…"#, #"…"#), the tag of a template, and how quotes look in JSON in a string, an address, HTML
const opening =
  /(?:\*?[A-Za-z]{0,3}#{1,3}(?=")|\*?[A-Za-z]{1,3}|[@$]{1,2}|[A-Za-z_$][\w$.]{0,30}(?=`))?(?<quote>\\{0,7}(?:"""|'''|["'`])|%22|%27|&quot;|&#34;|&#39;|&apos;|\\+u0022|\\+u0027)/y;
const longestLiteral = 65_536;
/** Many that are not closed may stand in one line, and each is looked through so far. */
const longestBracketed = 4_096;

/** The literal that begins at `at`; undefined: none does. One that is not closed on its line reaches to the line's end. */
export function literalAt(text: string, at: number): WrittenValue | undefined {
  opening.lastIndex = at;
  const quote = opening.exec(text)?.groups?.['quote'];
  const raw = quote === undefined || quote === '"' ? bracketedAt(text, at) : undefined;
  if (raw !== undefined || quote === undefined) return raw;
  const start = opening.lastIndex;
  const end = closingOf(text, start, quote);
  return end === undefined ? unclosed(text, start) : { start, end, next: end + quote.length };
}

/** What opens a literal that has brackets for quotes: %q(…), q{…}, ~s(…), [[…]], R"(…)". */
const bracketed = /(?:%[qQ]?|~[sS]|qq?)(?=[([{<|])|(?:u8|[uUL])?R"(?<mark>\w{0,16})(?=\()|\[(?<level>={0,3})(?=\[)/y;

/** A literal of Ruby, Perl, Elixir, Lua or C++ on one line; undefined: none begins at `at`. */
function bracketedAt(text: string, at: number): WrittenValue | undefined {
  bracketed.lastIndex = at;
  const found = bracketed.exec(text);
  if (found === null) return undefined;
  const { mark, level } = found.groups ?? {};
  const start = bracketed.lastIndex + 1;
  const behind = mark === undefined ? (level === undefined ? '' : `${level}]`) : `${mark}"`;
  const close = (bracketsOf[text.charAt(start - 1)] ?? '') + behind;
  const [line = ''] = text.slice(start, start + longestBracketed).split('\n', 1);
  const length = line.indexOf(close);
  return length < 0 ? undefined : { start, end: start + length, next: start + length + close.length };
}

const bracketsOf: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>', '|': '|' };

function unclosed(text: string, start: number): WrittenValue {
  const line = endOfLine(text, start);
  const blank = text.slice(start, line).search(/\s/);
  const end = blank < 0 ? line : start + blank;
  return { start, end, next: end };
}

/** Where the line of `at` ends, without its line end. */
export function endOfLine(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  const end = found < 0 ? text.length : found;
  return end > at && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
}

function closingOf(text: string, start: number, quote: string): number | undefined {
  const isMany = quote.length >= 3 && /^(?:"""|''')$/.test(quote);
  const limit = Math.min(text.length, start + longestLiteral);
  if (!/^\\*["'`]$/.test(quote)) return ofSpelled(text, { start, limit, quote, isMany });
  const mark = quote.charCodeAt(quote.length - 1);
  const escapes = quote.length - 1;
  for (let at = start; at < limit; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 && mark !== 96) return undefined;
    if (code === 92) {
      let run = 1;
      while (text.charCodeAt(at + run) === 92) run += 1;
      const closes = text.charCodeAt(at + run) === mark && (escapes === 0 ? run % 2 === 0 : run <= escapes);
      if (closes) return escapes === 0 ? at + run : at;
      at += escapes === 0 && run % 2 === 1 ? run : run - 1;
    } else if (code === mark) {
      if (escapes > 0) return at; // the string around it ends here: it was cut
      if (text.charCodeAt(at + 1) === mark && at > start && mark !== 96)
        at += 1; // 'it''s'
      else return at;
    }
  }
  return undefined;
}

/** Where a quote of several characters closes. */
function ofSpelled(
  text: string,
  { start, limit, quote, isMany }: { start: number; limit: number; quote: string; isMany: boolean },
): number | undefined {
  const found = text.slice(start, limit).indexOf(quote);
  if (found < 0 || (!isMany && text.slice(start, start + found).includes('\n'))) return undefined;
  return start + found;
}

const pairs: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
const longestJudged = 256;
const plainRun = /[^\s"'`()[\]{}<>,;&|]*/y;

/**
 * The value without quotes that begins at `at`, to the next blank or sign that ends it in code: `stop` is a sticky
 * expression of what may stand in it. A bracket that it does not open itself belongs to the code around it.
 */
export function bareAt(text: string, at: number, stop: RegExp): WrittenValue {
  stop.lastIndex = at;
  const value = stop.exec(text)?.[0] ?? '';
  let end = at + (/[()[\]{}]/.test(value) ? balanced(value) : value.length);
  while (end > at && /[,;:]/.test(text.charAt(end - 1))) end -= 1;
  return { start: at, end, next: end };
}

/** How much of it has brackets in pairs. */
function balanced(value: string): number {
  const open: { readonly bracket: string; readonly at: number }[] = [];
  for (let at = 0; at < value.length; at += 1) {
    const character = value.charAt(at);
    if ('([{'.includes(character)) open.push({ bracket: character, at });
    const wanted = pairs[character];
    if (wanted === undefined) continue;
    if (open.at(-1)?.bracket !== wanted) return Math.min(at, open[0]?.at ?? at);
    open.pop();
  }
  return open[0]?.at ?? value.length;
}

/** Where a value ends that is longer than was judged. */
export function endOfRun(text: string, { start, end }: WrittenValue): number {
  if (end - start < longestJudged) return end;
  plainRun.lastIndex = end;
  plainRun.test(text);
  return plainRun.lastIndex;
}

/**
 * The end of a value that was found by its surroundings, without the brackets behind it that it does not open itself:
 * f(password=secret). A whole literal may end with any sign.
 */
export function endWithoutCode(text: string, start: number, end: number): number {
  if (/["'`]/.test(text.charAt(end)) && text.charAt(end) === text.charAt(start - 1)) return end;
  let to = end;
  while (to > start && /[)\]},;]/.test(text.charAt(to - 1)) && !opensItself(text.slice(Math.max(start, to - 400), to)))
    to -= 1;
  return to;
}

function opensItself(value: string): boolean {
  const open = pairs[value.slice(-1)];
  return open !== undefined && value.split(open).length >= value.split(value.slice(-1)).length;
}
