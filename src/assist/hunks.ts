import { diffLines } from 'diff';

/** Replace the text from `start` to `end` (offsets into the original) by `text`. */
export interface Hunk {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The smallest whole-line replacements that turn `original` into `proposed`, in order. */
export function hunks(original: string, proposed: string): readonly Hunk[] {
  const found: { start: number; end: number; text: string }[] = [];
  let offset = 0;
  let open: { start: number; end: number; text: string } | undefined;
  for (const { added, removed, value } of diffLines(original, proposed)) {
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
