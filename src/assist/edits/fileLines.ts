import type { Steps } from '../../core/shared/steps.ts';

/** A text by its lines, to look for others in. */
export interface FileLines {
  readonly text: string;
  /** Without their ends; a last line that is empty is none. */
  readonly lines: readonly string[];
  /** Where each begins. */
  readonly starts: readonly number[];
  readonly lineEnd: '\n' | '\r\n';
  readonly endsWithLineEnd: boolean;
}

/** Replace the lines from `first` to before `end` by these. */
export interface LinesToPut {
  readonly first: number;
  readonly end: number;
  readonly lines: readonly string[];
}

/** So many lines are looked at in one go. */
export const together = 500;

export function* fileLines(text: string): Steps<FileLines> {
  const [lines, starts]: [string[], number[]] = [[], []];
  for (let from = 0; from < text.length;) {
    const next = text.indexOf('\n', from);
    const end = next < 0 ? text.length : next;
    starts.push(from);
    lines.push(text.slice(from, end > from && text.charAt(end - 1) === '\r' ? end - 1 : end));
    from = next < 0 ? text.length : next + 1;
    if (lines.length % together === 0) yield;
  }
  return { text, lines, starts, lineEnd: text.includes('\r\n') ? '\r\n' : '\n', endsWithLineEnd: text.endsWith('\n') };
}

/** The change as offsets into the text, its line ends those of the file; a last line without an end stays one. */
export function offsetsOf({ first, end, lines: added }: LinesToPut, file: FileLines) {
  const { text, lines, starts, lineEnd, endsWithLineEnd } = file;
  const startOf = (line: number): number => starts[line] ?? text.length;
  if (end < lines.length || endsWithLineEnd)
    return { start: startOf(first), end: startOf(end), text: added.map(line => line + lineEnd).join('') };
  const isAfterAll = first === end && first > 0;
  const isLess = first < end && added.length === 0 && first > 0;
  const start = isLess ? startOf(first - 1) + (lines[first - 1]?.length ?? 0) : startOf(first);
  return { start, end: text.length, text: (isAfterAll ? lineEnd : '') + added.join(lineEnd) };
}

/** Where some lines stand among others: the first place, and whether there is another. Each line is looked at once (Knuth, Morris, Pratt). */
export function* placesIn(
  lines: readonly string[],
  wanted: readonly string[],
): Steps<{ readonly first: number; readonly isOnly: boolean } | undefined> {
  const back = yield* fallbacks(wanted);
  let [matched, found] = [0, -1];
  for (const [at, line] of lines.entries()) {
    while (matched > 0 && (matched === wanted.length || wanted[matched] !== line)) matched = back[matched - 1] ?? 0;
    if (wanted[matched] === line) matched += 1;
    if (matched === wanted.length) {
      if (found >= 0) return { first: found, isOnly: false };
      found = at - wanted.length + 1;
    }
    if (at % together === 0) yield;
  }
  return found < 0 ? undefined : { first: found, isOnly: true };
}

/** For each beginning of these lines, how long the longest end of it is that is a beginning as well. */
function* fallbacks(wanted: readonly string[]): Steps<readonly number[]> {
  const back: number[] = [0];
  let matched = 0;
  for (let at = 1; at < wanted.length; at += 1) {
    while (matched > 0 && wanted[matched] !== wanted[at]) matched = back[matched - 1] ?? 0;
    if (wanted[matched] === wanted[at]) matched += 1;
    back.push(matched);
    if (at % together === 0) yield;
  }
  return back;
}
