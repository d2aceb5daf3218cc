import type { Hunk } from './hunks.ts';

/** Lines of a text, 0-based; `end` is behind the last one. */
export interface HunkSpan {
  readonly first: number;
  readonly end: number;
}

/** Where a change stands on both sides of a diff. */
export interface HunkPlace {
  readonly before: HunkSpan;
  readonly after: HunkSpan;
}

type IsTaken = (index: number) => boolean;

/** The text with those changes that are taken. */
export function textWith(text: string, hunks: readonly Hunk[], isTaken: IsTaken): string {
  let [made, from] = ['', 0];
  for (const [hunk, index] of inOrder(hunks)) {
    if (!isTaken(index)) continue;
    made += text.slice(from, hunk.start) + hunk.text;
    from = hunk.end;
  }
  return made + text.slice(from);
}

/** Where each change stands in the text, and in the text with those that are taken; of one that is left, its lines as they are. */
export function hunkPlaces(text: string, hunks: readonly Hunk[], isTaken: IsTaken): readonly HunkPlace[] {
  const places: HunkPlace[] = [];
  let [line, offset, shift] = [0, 0, 0];
  const lineAt = (wanted: number): number => {
    line += lineEndsIn(text, offset, wanted);
    offset = wanted;
    return line;
  };
  for (const [hunk, index] of inOrder(hunks)) {
    const first = lineAt(hunk.start);
    const isOpen = hunk.end > hunk.start && text.charAt(hunk.end - 1) !== '\n';
    const end = lineAt(hunk.end) + (isOpen ? 1 : 0);
    const lines = lineEndsIn(hunk.text, 0, hunk.text.length) + (hunk.text === '' || hunk.text.endsWith('\n') ? 0 : 1);
    const count = isTaken(index) ? lines : end - first;
    places[index] = { before: { first, end }, after: { first: first + shift, end: first + shift + count } };
    shift += count - (end - first);
  }
  return places;
}

/** The change that holds a line, or stands right beside it. */
export function hunkAt(spans: readonly HunkSpan[], line: number): number | undefined {
  const holding = spans.findIndex(({ first, end }) => first <= line && line < Math.max(end, first + 1));
  if (holding >= 0) return holding;
  const beside = spans.findIndex(({ first, end }) => line === first - 1 || line === end);
  return beside < 0 ? undefined : beside;
}

const inOrder = (hunks: readonly Hunk[]): readonly (readonly [Hunk, number])[] =>
  hunks.map((hunk, index) => [hunk, index] as const).toSorted(([one], [other]) => one.start - other.start);

function lineEndsIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
