import { isScript, type Language } from './language.ts';

/** Half-open range of offsets. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Code with its comments and the contents of its strings blanked, so that rules see only code. Offsets stay. */
export interface Masked {
  /** As long as the code; blanked characters are spaces, line breaks and quotes stay. */
  readonly text: string;
  /** Contents of strings, without quotes; code inside of `${…}` is left out. */
  readonly strings: readonly Range[];
  readonly comments: readonly Range[];
}

/** Blanks comments and strings; unterminated ones end with their line, or with the code. */
export function mask(code: string, language: Language): Masked {
  const strings: Range[] = [];
  const comments: Range[] = [];
  scanCode({ code, language, strings, comments }, 0, false);
  const text = code.split('');
  for (const { start, end } of [...strings, ...comments]) {
    for (let at = start; at < end; at += 1) if (text[at] !== '\n' && text[at] !== '\r') text[at] = ' ';
  }
  return { text: text.join(''), strings, comments };
}

interface Scan {
  readonly code: string;
  readonly language: Language;
  readonly strings: Range[];
  readonly comments: Range[];
}

/** Reads code from `from` on; in a hole of a string it ends behind the closing brace. Returns where it ended. */
function scanCode(scan: Scan, from: number, isHole: boolean): number {
  const { code } = scan;
  let depth = 0;
  let at = from;
  while (at < code.length) {
    // Behind a colon in a hole of Python, `#` is a format.
    const comment = isHole && scan.language.id === 'python' ? undefined : skipComment(scan, at);
    const behind = comment ?? skipString(scan, at) ?? skipPattern(scan, at);
    if (behind !== undefined) {
      at = behind;
      continue;
    }
    if (code[at] === '{') depth += 1;
    if (code[at] === '}') depth -= 1;
    at += 1;
    if (isHole && depth < 0) return at;
  }
  return at;
}

function skipComment({ code, language, comments }: Scan, at: number): number | undefined {
  const { lineComment, blockComment } = language;
  let end: number | undefined;
  if (lineComment !== undefined && code.startsWith(lineComment, at)) end = endOfLine(code, at);
  if (blockComment !== undefined && code.startsWith(blockComment[0], at)) {
    const close = code.indexOf(blockComment[1], at + blockComment[0].length);
    end = close === -1 ? code.length : close + blockComment[1].length;
  }
  if (end !== undefined) comments.push({ start: at, end });
  return end;
}

function skipString(scan: Scan, at: number): number | undefined {
  const { code, language } = scan;
  if (language.id === 'rust' && code[at] === "'") return skipRustCharacter(scan, at);
  const quote = language.quotes.find(candidate => code.startsWith(candidate, at));
  if (quote === undefined) return undefined;
  const isMultiline = quote.length === 3 || quote === '`' || language.id === 'rust';
  const hole = holeOf(scan, quote, at);
  let start = at + quote.length;
  let end = start;
  while (end < code.length && !code.startsWith(quote, end) && (isMultiline || code[end] !== '\n')) {
    if (hole !== undefined && code.startsWith(hole, end) && !code.startsWith('{{', end)) {
      scan.strings.push({ start, end: end + hole.length - 1 });
      start = scanCode(scan, end + hole.length, true);
      end = start;
    } else if (hole === '{' && code.startsWith('{{', end)) end += 2;
    else end += code[end] === '\\' && !(language.id === 'go' && quote === '`') ? 2 : 1;
  }
  end = Math.min(end, code.length);
  scan.strings.push({ start, end });
  return code.startsWith(quote, end) ? end + quote.length : end;
}

function holeOf({ code, language }: Scan, quote: string, at: number): string | undefined {
  if (quote === '`' && isScript(language)) return '${';
  const prefix = /(?<![A-Za-z0-9_])[A-Za-z]{0,2}$/.exec(code.slice(Math.max(0, at - 3), at))?.[0] ?? '';
  return language.id === 'python' && /f/i.test(prefix) ? '{' : undefined;
}

/** In Rust an apostrophe begins a character only when another closes it; else it is a lifetime. */
function skipRustCharacter({ code, strings }: Scan, at: number): number | undefined {
  const length = /^'(\\[^']+|[^'\\])'/.exec(code.slice(at, at + 14))?.[0].length;
  if (length === undefined) return undefined;
  strings.push({ start: at + 1, end: at + length - 1 });
  return at + length;
}

/** A regular expression of JavaScript: a slash where a value may begin. */
function skipPattern({ code, language, strings }: Scan, at: number): number | undefined {
  if (code[at] !== '/' || !isScript(language)) return undefined;
  const before = code.slice(Math.max(0, at - 60), at).trimEnd();
  if (before !== '' && !/(^|[(,=:[!&|?{};+\-*%~^]|\b(return|typeof|case|in|of|do|else|void))$/.test(before))
    return undefined;
  const length = /^\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\//.exec(code.slice(at))?.[0].length;
  if (length === undefined) return undefined;
  strings.push({ start: at + 1, end: at + length - 1 });
  return at + length;
}

function endOfLine(code: string, at: number): number {
  const end = code.indexOf('\n', at);
  return end === -1 ? code.length : end;
}
