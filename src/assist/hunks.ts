import { diffLines } from 'diff';

/** Where more lines differ all of it is replaced: looking for the fewest takes the square of them. */
const mostChanges = 400;
/** Longer texts, both together, are compared as a whole, characters. */
const longest = 400_000;

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
  for (const { added, removed, value } of changesOf(original, proposed)) {
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

type Change = Pick<ReturnType<typeof diffLines>[number], 'added' | 'removed' | 'value'>;

const changesOf = (original: string, proposed: string): readonly Change[] =>
  (original.length + proposed.length > longest
    ? undefined
    : diffLines(original, proposed, { maxEditLength: mostChanges })) ?? [
    { added: false, removed: true, value: original },
    { added: true, removed: false, value: proposed },
  ];
