export const blanksOf = (line = ''): string => /^[ \t]*/.exec(line)?.[0] ?? '';

export const indented = (line: string, indent: string): string => (line.trim() === '' ? '' : indent + line);

/** Without the indentation that all lines have. */
export function outdented(lines: readonly string[]): readonly string[] {
  const written = lines.filter(line => line.trim() !== '');
  const star = /^\s\*/; // of a block whose first line was trimmed
  const depth = written.reduce(
    (least, line, at) => (at > 0 && star.test(line) ? least : Math.min(least, blanksOf(line).length)),
    Infinity,
  );
  if (!Number.isFinite(depth) || depth === 0) return lines;
  return lines.map(line => (blanksOf(line).length >= depth ? line.slice(depth) : line));
}

/** Indented as the code is: blanks for tabs, or tabs for blanks, where it has only the others. */
export function indentedLike(lines: readonly string[], code: readonly string[]): readonly string[] {
  const has = (mark: string) => code.some(line => line.startsWith(mark));
  if (has('\t') && !has('  ')) return lines.map(line => line.replace(/^(?: {4})+/, run => '\t'.repeat(run.length / 4)));
  if (has('\t')) return lines;
  return lines.map(line => line.replace(/^\t+/, run => ' '.repeat(run.length * 4)));
}
