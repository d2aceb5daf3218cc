/** Lines of a document, 0-based, both inclusive. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

export const holds = (outer: LineRange, inner: LineRange): boolean =>
  outer.first <= inner.first && outer.last >= inner.last;
