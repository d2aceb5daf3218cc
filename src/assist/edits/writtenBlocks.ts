import type { Steps } from '../../core/shared/steps.ts';

/** A search/replace block as it stands in an answer. */
export interface WrittenBlock {
  /** The lines between the block before and this one. */
  readonly above: readonly string[];
  readonly search: readonly string[];
  readonly replace: readonly string[];
  /** How many lines stand there that divide what is quoted from what is put in; one is right. */
  readonly dividers: number;
  /** unfinished: another block begins in it. cut: the text ends in it. */
  readonly ending: 'closed' | 'unfinished' | 'cut';
}

/** The blocks of an answer, and the lines behind the last one. */
export interface WrittenBlocks {
  readonly blocks: readonly WrittenBlock[];
  readonly rest: readonly string[];
}

/** A longer line is no mark. */
const longestMark = 60;

const opening = /^(<{5,40}|-{7,9}) ?SEARCH>?[ \t]*$/i;
const closing = /^(>{5,40}|\+{7,9}) ?REPLACE>?[ \t]*$/i;
const divider = /^={5,40}[ \t]*$/;

/** A block that has begun. */
interface Open {
  readonly marks: number;
  readonly above: readonly string[];
  readonly search: string[];
  readonly replace: string[];
  dividers: number;
}

/** Takes an answer apart, line by line. */
export function* writtenBlocks(text: string): Steps<WrittenBlocks> {
  const blocks: WrittenBlock[] = [];
  let above: string[] = [];
  let open: Open | undefined;
  for (const line of text.split(/\r\n?|\n/)) {
    yield;
    const mark = markOf(line, open);
    if (mark?.is === 'opening') {
      if (open) blocks.push(ended(open, 'unfinished'));
      open = { marks: mark.length, above, search: [], replace: [], dividers: 0 };
      above = [];
    } else if (open === undefined) {
      above.push(line);
    } else if (mark?.is === 'closing') {
      blocks.push(ended(open, 'closed'));
      open = undefined;
    } else if (mark?.is !== 'divider' || (open.dividers += 1) > 1) {
      (open.dividers === 0 ? open.search : open.replace).push(line);
    }
  }
  if (open) blocks.push(ended(open, 'cut'));
  return { blocks, rest: above };
}

const ended = ({ above, search, replace, dividers }: Open, ending: WrittenBlock['ending']): WrittenBlock => ({
  above,
  search,
  replace,
  dividers,
  ending,
});

interface Mark {
  readonly is: 'opening' | 'divider' | 'closing';
  readonly length: number;
}

/** A mark that is shorter than that which opened the block is text of it, as a fence within a longer fence is. */
function markOf(line: string, open: Open | undefined): Mark | undefined {
  if (line.length > longestMark) return undefined;
  const begins = opening.exec(line)?.[1]?.length ?? 0;
  if (begins > 0) return !open || begins >= open.marks ? { is: 'opening', length: begins } : undefined;
  if (!open) return undefined;
  const ends = closing.exec(line)?.[1]?.length ?? 0;
  if (ends >= open.marks) return { is: 'closing', length: ends };
  const divides = divider.test(line) ? line.trimEnd().length : 0;
  return divides === open.marks ? { is: 'divider', length: divides } : undefined;
}
