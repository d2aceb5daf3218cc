/** Where a name stands: a file’s address and the beginning of its place, 0-based. */
export interface NamePlace {
  readonly file: string;
  readonly line: number;
  readonly character: number;
}

/**
 * How many of the places that a rename changes are none of the uses that the language service finds: it may change words in comments
 * and texts, too. Where it finds no uses at all, nothing is known.
 */
export function otherPlaces(changed: readonly NamePlace[], uses: readonly NamePlace[]): number {
  if (uses.length === 0) return 0;
  const known = new Set(uses.map(keyOf));
  return changed.filter(place => !known.has(keyOf(place))).length;
}

const keyOf = ({ file, line, character }: NamePlace): string => `${line}:${character} ${file}`;
