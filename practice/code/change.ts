/** One replacement in a text. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with all changes made; they must not overlap. At the same place the earlier one of the list comes first. */
export function applyChanges(code: string, changes: readonly Change[]): string {
  let result = '';
  let from = 0;
  for (const { start, end, text } of [...changes].sort((one, other) => one.start - other.start)) {
    result += code.slice(from, start) + text;
    from = end;
  }
  return result + code.slice(from);
}

/** Offset where the line of an offset begins. */
export function lineStart(code: string, at: number): number {
  return code.lastIndexOf('\n', at - 1) + 1;
}

/** 1-based number of the line of an offset. */
export function lineNumber(code: string, at: number): number {
  return code.slice(0, at).split('\n').length;
}

/** The white space that the line of an offset begins with. */
export function indentOf(code: string, at: number): string {
  return /^[ \t]*/.exec(code.slice(lineStart(code, at)))?.[0] ?? '';
}

/** One step of indentation as most of the code has it; two spaces when it has none to go by, four for Python. */
export function indentStep(code: string, languageId: string): string {
  if (/^\t/m.test(code)) return '\t';
  const widths = code.split('\n').flatMap(line => (line.trim() === '' ? [] : [/^ */.exec(line)?.[0].length ?? 0]));
  const counts = new Map<number, number>();
  for (const [index, width] of widths.entries()) {
    const step = width - (widths[index - 1] ?? width);
    if (step > 1 && step <= 8) counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return ' '.repeat(most?.[0] ?? (languageId === 'python' ? 4 : 2));
}
