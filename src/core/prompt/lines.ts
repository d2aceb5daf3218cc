// A span is cut out before it is looked through: what stands beyond it would be looked through each time.

/** From one offset up to another; lines with their line break, except the last of a text. */
export interface LineSpan {
  readonly start: number;
  readonly end: number;
}

/** Where the first so many lines of a span end. */
export function afterLines(text: string, { start, end }: LineSpan, lines: number): number {
  let at = start;
  for (let line = 0; line < lines && at < end; line += 1) at = lineEnd(text, at, end);
  return at;
}

/** Where the last so many lines of a span begin. */
export function beforeLines(text: string, { start, end }: LineSpan, lines: number): number {
  let at = end;
  for (let line = 0; line < lines && at > start; line += 1) at = lineStart(text, at, start);
  return at;
}

/** Where the line that holds `at`, or begins there, ends. */
export function lineEnd(text: string, at: number, end = text.length): number {
  const next = text.slice(at, end).indexOf('\n');
  return next < 0 ? end : at + next + 1;
}

/** Where the line begins that ends at `at`. */
export function lineStart(text: string, at: number, start = 0): number {
  return at - 2 < start ? start : start + text.slice(start, at - 1).lastIndexOf('\n') + 1;
}

const newline = 10;

/** How many line breaks there are. */
export function lineBreaks(text: string, { start, end }: LineSpan): number {
  let found = 0;
  for (let at = start; at < end; at += 1) if (text.charCodeAt(at) === newline) found += 1; // also where all lines are short
  return found;
}

/** The nearest offset, not above `at`, that is not in the middle of a character. */
export const wholeCharacter = (text: string, at: number): number =>
  /^[\udc00-\udfff]/.test(text.charAt(at)) && /[\ud800-\udbff]$/.test(text.charAt(at - 1)) ? at - 1 : at;
