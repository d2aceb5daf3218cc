/** Where code is put. */
export interface InsertionPlace {
  /** What the line holds before the cursor, or before what is selected. */
  readonly before: string;
  /** What it holds after that. */
  readonly after: string;
  /** How the document indents: with blanks, and how wide. */
  readonly insertSpaces: boolean;
  readonly tabSize: number;
}

/**
 * Code as it belongs at its place: its lines stand as far in as the line it is put into, with the document's tabs or blanks,
 * and its last line end stays only where text follows. The lines' relation to one another stays.
 */
export function indentedAt(code: string, place: InsertionPlace): string {
  const lines = code.replace(/\r?\n$/, '').split(/\r?\n/);
  const own = lines.filter(line => line.trim() !== '').map(indentOf);
  const common = own.reduce((shared, indent) => sharedStart(shared, indent), own[0] ?? '');
  const unit = unitOf(own.map(indent => indent.slice(common.length)));
  const around = indentOf(place.before);
  const placed = lines.map((line, index) => {
    if (line.trim() === '') return '';
    const indent = indentOf(line);
    const inner = inStyleOf(place, indent.slice(common.length), unit) + line.slice(indent.length);
    return index === 0 ? inner : around + inner;
  });
  return placed.join('\n') + (place.after.trim() === '' ? '' : '\n' + around);
}

const indentOf = (line: string): string => /^[ \t]*/.exec(line)?.[0] ?? '';

function sharedStart(one: string, other: string): string {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return one.slice(0, length);
}

/** The fewest blanks that any line is indented by; 0: none is, or tabs are used. */
function unitOf(indents: readonly string[]): number {
  const blanks = indents.filter(indent => indent !== '' && !indent.includes('\t')).map(({ length }) => length);
  return blanks.length === 0 ? 0 : blanks.reduce((least, length) => Math.min(least, length));
}

/** Blanks that are no whole number of steps stay: they line something up. */
function inStyleOf({ insertSpaces, tabSize }: InsertionPlace, indent: string, unit: number): string {
  if (insertSpaces) return indent.replaceAll('\t', ' '.repeat(tabSize));
  const isWhole = !indent.includes('\t') && unit > 1 && indent.length % unit === 0;
  return isWhole ? '\t'.repeat(indent.length / unit) : indent;
}
