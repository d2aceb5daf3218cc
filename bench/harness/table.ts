import type { Row } from './bench.ts';

const columns = ['measure', 'steadfast', 'baseline', 'ratio', 'remark'] as const satisfies readonly (keyof Row)[];

/** The rows below their headings, in aligned columns. */
export function table(rows: readonly Row[]): string {
  const lines = [[...columns], ...rows.map(row => columns.map(column => row[column] ?? ''))];
  const widths = columns.map((_, at) => Math.max(...lines.map(line => line[at]?.length ?? 0)));
  return lines
    .map(line =>
      line
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
