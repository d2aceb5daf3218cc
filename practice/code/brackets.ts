import type { Range } from './mask.ts';

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Where the bracket at `open` is closed, in masked code; undefined when it never is. */
export function closingOf(masked: string, open: number): number | undefined {
  const opener = masked[open] ?? '';
  const closer = closers[opener];
  let depth = 0;
  for (let at = open; at < masked.length; at += 1) {
    if (masked[at] === opener) depth += 1;
    if (masked[at] === closer) depth -= 1;
    if (depth === 0) return at;
  }
  return undefined;
}

/** The bracket that is open around an offset of masked code, '' at the top level. */
export function enclosingOf(masked: string, at: number): string {
  let depth = 0;
  for (let index = at - 1; index >= 0; index -= 1) {
    const character = masked[index] ?? '';
    if (')]}'.includes(character)) depth += 1;
    else if ('([{'.includes(character)) {
      if (depth === 0) return character;
      depth -= 1;
    }
  }
  return '';
}

/** The pieces between commas that stand in no inner bracket; empty pieces are left out. */
export function splitAtCommas(masked: string, { start, end }: Range): readonly Range[] {
  const pieces: Range[] = [];
  let depth = 0;
  let from = start;
  for (let at = start; at <= end; at += 1) {
    const character = at === end ? ',' : (masked[at] ?? '');
    const isArrow = character === '>' && '=-'.includes(masked[at - 1] ?? ' ');
    if ('([{<'.includes(character)) depth += 1;
    else if (')]}>'.includes(character) && !isArrow) depth -= 1;
    else if (character === ',' && (depth === 0 || at === end)) {
      if (masked.slice(from, at).trim() !== '') pieces.push({ start: from, end: at });
      from = at + 1;
    }
  }
  return pieces;
}
