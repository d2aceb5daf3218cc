import type { Steps } from '../../core/shared/steps.ts';
import type { BlockFault, EditBlock } from './editBlock.ts';
import { fileNamed } from './fileNames.ts';

/** A longer line is no mark. */
const longestMark = 60;
/** So many lines above a block are looked at for the name of its file. */
const mostAbove = 8;

const opening = /^(<{5,40}|-{7,9}) ?SEARCH>?[ \t]*$/i;
const closing = /^(>{5,40}|\+{7,9}) ?REPLACE>?[ \t]*$/i;
const divider = /^={5,40}[ \t]*$/;

/** A block that has begun. */
interface Open {
  readonly marks: number;
  readonly file: FoundFile;
  readonly search: string[];
  readonly replace: string[];
  dividers: number;
}

type FoundFile = Pick<EditBlock, 'file' | 'named' | 'fault'>;

/**
 * The search/replace blocks of an answer, in order, each as it stands there. A block names its file in a line above it, or goes on
 * with that of the block before. What leaves a doubt about where it begins, ends or belongs has a fault, and is only shown.
 */
export function* readBlocks(text: string, paths: readonly string[]): Steps<readonly EditBlock[]> {
  const blocks: EditBlock[] = [];
  let above: string[] = [];
  let open: Open | undefined;
  for (const line of text.split(/\r\n?|\n/)) {
    yield;
    const mark = markOf(line, open);
    if (mark?.is === 'opening') {
      if (open) blocks.push(blockOf(open, 'unfinished'));
      const lines: readonly string[] = open ? lastOf(open) : above;
      open = {
        marks: mark.length,
        file: fileAbove(lines, paths, open ? undefined : blocks.at(-1)),
        search: [],
        replace: [],
        dividers: 0,
      };
    } else if (open === undefined) {
      above = [...above.slice(1 - mostAbove), line];
    } else if (mark?.is === 'closing') {
      blocks.push(blockOf(open));
      [open, above] = [undefined, []];
    } else if (mark?.is === 'divider' && (open.dividers += 1) === 1) {
      continue;
    } else {
      (open.dividers === 0 ? open.search : open.replace).push(line);
    }
  }
  if (open) blocks.push(blockOf(open, 'cut'));
  return blocks;
}

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

function blockOf({ file, search, replace, dividers }: Open, fault?: BlockFault): EditBlock {
  const found = fault ?? (dividers === 1 ? file.fault : 'dividers');
  return { ...file, search, replace, ...(found && { fault: found }) };
}

/** Where a block was not ended, the name of the next file stands at its end. */
const lastOf = ({ search, replace, dividers }: Open): readonly string[] =>
  (dividers === 0 ? search : replace).slice(-mostAbove);

/** The nearest line that names a file, or the file of the block before, or the only one there is. */
function fileAbove(above: readonly string[], paths: readonly string[], last: EditBlock | undefined): FoundFile {
  for (const line of above.toReversed()) {
    const found = fileNamed(line, paths);
    if (found?.kind === 'known') return { file: found.path, named: found.path };
    if (found) return { named: found.name, fault: 'unknown-file' };
  }
  if (last?.file !== undefined) return { file: last.file, named: last.file };
  if (last?.fault === 'unknown-file') return { named: last.named, fault: 'unknown-file' };
  const [only, ...others] = paths;
  return only !== undefined && others.length === 0 ? { file: only, named: only } : { named: '', fault: 'no-file' };
}

/** How long the marks must be, so that no line of these texts is taken for one. */
export function marksFor(texts: readonly string[]): number {
  let longest = 0;
  for (const text of texts)
    for (const [run] of text.matchAll(/^(?:<{5,}|={5,}|>{5,})/gm)) longest = Math.max(longest, run.length);
  return Math.min(longest < shortestMarks ? shortestMarks : longest + 1, longestMarks);
}

const shortestMarks = 7;
const longestMarks = 40;
