import type { Steps } from '../../shared/steps.ts';
import { filledLines, isOverlong, type FilledLine } from '../evidence/filledLines.ts';

/** Lines of a code that are gone, and what stands in their place. */
export interface ReplacedRun {
  readonly removed: readonly FilledLine[];
  readonly added: readonly FilledLine[];
  /** The 1-based line of the new code at which `added` begins, or would. */
  readonly line: number;
}

/**
 * The runs of lines in which two codes differ, blanks aside. Lines that stand once in either hold them together (as in patience
 * diff), and equal lines beside these; so it takes no longer than sorting them, however different the two are. None are told
 * of codes that are overlong.
 */
export function* replacedRuns(before: string, after: string): Steps<readonly ReplacedRun[]> {
  if (isOverlong(before) || isOverlong(after)) return [];
  const own = filledLines(before);
  yield;
  const written = filledLines(after);
  yield;
  const anchors = yield* anchorsOf(own, written);
  yield;
  const runs: ReplacedRun[] = [];
  let [from, to] = [0, 0];
  for (const [at, place] of [...anchors, [own.length, written.length] as const]) {
    while (from < at && to < place && own[from]?.text === written[to]?.text) [from, to] = [from + 1, to + 1];
    let [end, stop] = [at, place];
    while (end > from && stop > to && own[end - 1]?.text === written[stop - 1]?.text) [end, stop] = [end - 1, stop - 1];
    if (end > from || stop > to) {
      const line = written[to]?.number ?? (written.at(-1)?.number ?? 0) + 1;
      runs.push({ removed: own.slice(from, end), added: written.slice(to, stop), line });
    }
    [from, to] = [at + 1, place + 1];
  }
  return runs;
}

/** Where lines that stand once in either stand in both, as many as keep their order. */
function* anchorsOf(
  own: readonly FilledLine[],
  written: readonly FilledLine[],
): Steps<readonly (readonly [number, number])[]> {
  const places = onceIn(written);
  yield;
  const pairs = [...onceIn(own)].flatMap(([text, at]) => {
    const place = places.get(text);
    return place === undefined ? [] : [[at, place] as const];
  });
  yield;
  return longestRising(pairs);
}

/** By its text, where each line that stands there once stands; in order. */
function onceIn(lines: readonly FilledLine[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of lines) counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Map(lines.flatMap(({ text }, at) => (counts.get(text) === 1 ? [[text, at] as const] : [])));
}

interface Step {
  readonly pair: readonly [number, number];
  readonly before: Step | undefined;
}

/** Of pairs whose first numbers rise, the most whose second ones rise too. */
function longestRising(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const ends: Step[] = []; // by how many pairs lead there: the one that ends lowest
  for (const pair of pairs) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle]?.pair[1] ?? Infinity) < pair[1]) low = middle + 1;
      else high = middle;
    }
    ends[low] = { pair, before: ends[low - 1] };
  }
  const rising: (readonly [number, number])[] = [];
  for (let step = ends.at(-1); step; step = step.before) rising.push(step.pair);
  return rising.toReversed();
}
