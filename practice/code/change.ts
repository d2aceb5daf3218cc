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

/** One step of indentation as the code has it; two spaces when it has none to go by, four for Python. */
export function indentStep(code: string, languageId: string): string {
  if (/^\t/m.test(code)) return '\t';
  const lines = code.split('\n').filter(line => line.trim() !== '');
  const widths = lines.map(line => (/^ */.exec(line)?.[0] ?? '').length);
  const steps = widths.flatMap((width, index) => {
    const step = width - (widths[index - 1] ?? width);
    return step > 0 ? [step] : [];
  });
  if (steps.length === 0) return languageId === 'python' ? '    ' : '  ';
  return ' '.repeat(Math.min(8, Math.max(2, Math.min(...steps))));
}
