/** A change of a text: what stood from one place to another was replaced. Lines and columns are 0-based. */
export interface ChangedLines {
  readonly first: number;
  readonly last: number;
  /** How many lines end in what stands there now. */
  readonly added: number;
}

/** Whole lines, 0-based, inclusive. */
export interface MovedLines {
  readonly first: number;
  readonly last: number;
  /** The change reaches into them, so that they may say something else now. */
  readonly isTouched: boolean;
}

/** Where these lines stand after a change. */
export function movedLines({ first, last, isTouched }: MovedLines, change: ChangedLines): MovedLines {
  if (change.first > last) return { first, last, isTouched };
  const by = change.added - (change.last - change.first);
  if (change.last < first) return { first: first + by, last: last + by, isTouched };
  return { first: Math.min(first, change.first), last: Math.max(first, last + by), isTouched: true };
}
