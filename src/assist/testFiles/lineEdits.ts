/** Lines put in place of others: `remove` of them from `at` on. */
export interface LineEdit {
  readonly at: number;
  readonly remove: number;
  readonly lines: readonly string[];
}

/** The lines with these edits, which do not overlap; of two at one place the first comes first. */
export function withEdits(lines: readonly string[], edits: readonly LineEdit[]): readonly string[] {
  const out: string[] = [];
  let from = 0;
  for (const { at, remove, lines: put } of edits.toSorted((one, other) => one.at - other.at)) {
    for (; from < at; from += 1) out.push(lines[from] ?? '');
    for (const line of put) out.push(line);
    from += remove;
  }
  for (; from < lines.length; from += 1) out.push(lines[from] ?? '');
  return out;
}
