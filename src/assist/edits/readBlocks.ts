import type { Steps } from '../../core/shared/steps.ts';
import type { EditBlock } from './editBlock.ts';
import { fileNamed } from './fileNames.ts';
import { writtenBlocks, type WrittenBlock } from './writtenBlocks.ts';

/** So many lines above a block are looked at for the name of its file. */
const mostAbove = 8;

/**
 * The search/replace blocks of an answer, in order. A block names its file in a line above it, or goes on with that of the block
 * before. What leaves a doubt about where it begins, ends or belongs has a fault, and is only shown.
 */
export function* readBlocks(text: string, paths: readonly string[]): Steps<readonly EditBlock[]> {
  const read: EditBlock[] = [];
  let before: WrittenBlock | undefined;
  for (const block of (yield* writtenBlocks(text)).blocks) {
    yield;
    const { search, replace } = block;
    const isBegunInside = before?.ending === 'unfinished';
    const above = before && isBegunInside ? lastOf(before) : block.above.slice(-mostAbove);
    const { file, named, fault: unknown } = fileAbove(above, paths, isBegunInside ? undefined : read.at(-1));
    const fault = block.ending === 'closed' ? (block.dividers === 1 ? unknown : 'dividers') : block.ending;
    read.push({ ...(file !== undefined && { file }), named, search, replace, ...(fault && { fault }) });
    before = block;
  }
  return read;
}

type FoundFile = Pick<EditBlock, 'file' | 'named' | 'fault'>;

/** Where a block was not ended, the name of the next file stands at its end. */
const lastOf = ({ search, replace, dividers }: WrittenBlock): readonly string[] =>
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
