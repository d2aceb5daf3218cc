import { lineBreaks, type LineSpan } from './lines.ts';

/** The line that stands where lines were left out; for the model's eyes, therefore not translated. */
export const linesLeftOut = (lines: number): string =>
  lines === 0 ? '[… part of a line left out …]' : `[… ${lines} ${lines === 1 ? 'line' : 'lines'} left out …]`;

/** The line that names whole sections that were left out. */
export const sectionsLeftOut = (names: readonly string[]): string =>
  `[… left out: ${[...new Set(names)].join(', ')} …]`;

/** How many lines of the original a span of a text stands for, in which lines may have been left out before. */
export function linesIn(text: string, span: LineSpan): number {
  const lines = lineBreaks(text, span);
  const { start, end } = span;
  const mark = text.indexOf('[… ', start);
  if (mark < 0 || mark >= end) return lines;
  const earlier = text.slice(start, end).matchAll(/^\[… (\d+) lines? left out …\]$/gm);
  return [...earlier].reduce((sum, [, count]) => sum + Number(count) - 1, lines);
}
