/** Lines of a file that were changed, 0-based, inclusive. */
export interface EditedRange {
  readonly file: string;
  readonly first: number;
  readonly last: number;
}

/** A change of a file: which lines it replaced, and how many stand there now. */
export interface LineChange {
  readonly first: number;
  readonly last: number;
  readonly lines: number;
}

/** So many places are remembered. */
const mostRanges = 12;
/** A change of more places at once is a replacement or a formatter's, and tells nothing. */
const mostChanges = 8;
/** So is one of more lines. */
const mostLines = 80;
/** Changes so close to each other are one. */
const nearLines = 3;

/** Where the user has changed files last. Holds numbers and names, no text. */
export class RecentRanges {
  #ranges: readonly EditedRange[] = [];

  /** The last first. */
  get latest(): readonly EditedRange[] {
    return this.#ranges.toReversed();
  }

  /** Notes changes of a file; all their lines are those before any of them. */
  note(file: string, changes: readonly LineChange[]): void {
    const tells = changes.length <= mostChanges;
    for (const change of changes.toSorted((a, b) => b.first - a.first)) {
      this.#ranges = this.#ranges.flatMap(range => (range.file === file ? moved(range, change) : [range]));
      if (tells && change.lines <= mostLines)
        this.#add({ file, first: change.first, last: change.first + change.lines - 1 });
    }
  }

  forget(file: string): void {
    this.#ranges = this.#ranges.filter(range => range.file !== file);
  }

  #add(added: EditedRange): void {
    const isNear = (range: EditedRange): boolean =>
      range.file === added.file && range.first <= added.last + nearLines && range.last >= added.first - nearLines;
    const joined = this.#ranges.filter(isNear).reduce(union, added);
    const others = this.#ranges.filter(range => !isNear(range));
    const range = joined.last - joined.first < mostLines ? joined : added;
    this.#ranges = [...others, range].slice(-mostRanges);
  }
}

const union = (a: EditedRange, b: EditedRange): EditedRange => ({
  ...a,
  first: Math.min(a.first, b.first),
  last: Math.max(a.last, b.last),
});

/** Where a range stands after a change; nowhere when all of it was replaced. */
function moved(range: EditedRange, { first, last, lines }: LineChange): readonly EditedRange[] {
  const shift = lines - (last - first + 1);
  if (range.first > last) return [{ ...range, first: range.first + shift, last: range.last + shift }];
  if (range.last < first) return [range];
  if (first < range.first && last > range.last) return [];
  return [{ ...range, first: Math.min(range.first, first), last: Math.max(first, range.last + shift) }];
}
