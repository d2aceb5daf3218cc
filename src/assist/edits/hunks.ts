import { diffLines } from 'diff';
import { sameEnd, sameStart } from '../../core/shared/sameLines.ts';

/** Where more lines differ all of them are replaced: looking for the fewest takes the square of them. */
const mostChanges = 250;
/** So are more lines, both texts together, in which anything differs. */
const mostLines = 10_000;

/** Replace the text from `start` to `end` (offsets into the original) by `text`. */
export interface Hunk {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The smallest whole-line replacements that turn `original` into `proposed`, in order. */
export function hunks(original: string, proposed: string): readonly Hunk[] {
  const found: { start: number; end: number; text: string }[] = [];
  const start = sameStart(original, proposed);
  const end = sameEnd(original.slice(start), proposed.slice(start));
  let offset = start;
  let open: { start: number; end: number; text: string } | undefined;
  for (const change of changesOf(
    original.slice(start, original.length - end),
    proposed.slice(start, proposed.length - end),
  )) {
    const { added, removed, value } = change;
    if (!added && !removed) {
      offset += value.length;
      open = undefined;
      continue;
    }
    if (!open) found.push((open = { start: offset, end: offset, text: '' }));
    if (added) open.text += value;
    else open.end = offset += value.length;
  }
  return found;
}

/** The text with these replacements made; none may stand in another. */
export function withHunks(text: string, replaced: readonly Hunk[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const hunk of replaced.toSorted((one, other) => one.start - other.start)) {
    parts.push(text.slice(at, hunk.start), hunk.text);
    at = hunk.end;
  }
  return parts.join('') + text.slice(at);
}

type Change = Pick<ReturnType<typeof diffLines>[number], 'added' | 'removed' | 'value'>;

function changesOf(original: string, proposed: string): readonly Change[] {
  const isLong = linesIn(original) + linesIn(proposed) > mostLines;
  const found = isLong ? undefined : diffLines(original, proposed, { maxEditLength: mostChanges });
  const whole = [
    { added: false, removed: true, value: original },
    { added: true, removed: false, value: proposed },
  ];
  return found ?? whole;
}

function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0 && lines <= mostLines; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
