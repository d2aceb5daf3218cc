import { diffArrays } from 'diff';

/** Where more lines differ they are counted without their order: looking for the fewest takes the square of them. */
const mostChanges = 250;
/** So are more lines, both together, in which anything differs. */
const mostLines = 10_000;

/** How two lists of lines differ. */
export interface LineDifference {
  /** Lines of both, side by side. */
  readonly lines: number;
  /** How many of those are not the same. */
  readonly differing: number;
  /** They were counted without their order. */
  readonly isRough: boolean;
  /** Which lines of the first have no equal in the second, and before which something was added; undefined where it is rough. */
  readonly touched?: Touched;
}

/** Lines of a text, counted from 0. */
export interface Touched {
  readonly changed: ReadonlySet<number>;
  readonly addedBefore: ReadonlySet<number>;
}

/** Counts the lines that differ; in time that grows with them. */
export function lineDifference(one: readonly string[], other: readonly string[]): LineDifference {
  const [start, end] = sameEnds(one, other);
  const [left, right] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  const changes =
    left.length + right.length > mostLines ? undefined : diffArrays(left, right, { maxEditLength: mostChanges });
  const same = start + end;
  if (!changes) return unordered(left, right, same);
  const touched = { changed: new Set<number>(), addedBefore: new Set<number>() };
  let [at, equal, differing, taken, added] = [start, same, 0, 0, 0];
  const close = (): void => {
    differing += Math.max(taken, added);
    if (taken === 0 && added > 0) touched.addedBefore.add(at);
    [taken, added] = [0, 0];
  };
  for (const { added: isAdded, removed, value } of changes) {
    if (isAdded) added += value.length;
    else if (removed) {
      taken += value.length;
      for (const _line of value) touched.changed.add(at++);
    } else {
      close();
      [at, equal] = [at + value.length, equal + value.length];
    }
  }
  close();
  return { lines: equal + differing, differing, isRough: false, touched };
}

function sameEnds(one: readonly string[], other: readonly string[]): readonly [number, number] {
  const shorter = Math.min(one.length, other.length);
  let [start, end] = [0, 0];
  while (start < shorter && one[start] === other[start]) start += 1;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return [start, end];
}

function unordered(one: readonly string[], other: readonly string[], same: number): LineDifference {
  const left = new Map<string, number>();
  for (const line of one) left.set(line, (left.get(line) ?? 0) + 1);
  let both = 0;
  for (const line of other) {
    const count = left.get(line) ?? 0;
    if (count === 0) continue;
    left.set(line, count - 1);
    both += 1;
  }
  const differing = Math.max(one.length, other.length) - both;
  return { lines: same + both + differing, differing, isRough: true };
}
