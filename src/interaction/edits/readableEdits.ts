import { fenceAround } from '../../core/confidence/reading/blocks.ts';
import { atOnce } from '../../core/shared/steps.ts';
import { writtenBlocks, type WrittenBlock } from '../../assist/edits/writtenBlocks.ts';

/** An answer of search/replace blocks as a person reads it: each as a diff; undefined: it has none. */
export function readableEdits(text: string): string | undefined {
  const { blocks, rest } = atOnce(writtenBlocks(text));
  if (blocks.length === 0) return undefined;
  return [...blocks.flatMap(block => [wordsOf(block.above), diffOf(block)]), wordsOf(rest)]
    .filter(part => part !== '')
    .join('\n\n');
}

/** Without the fences that stand around a block. */
const wordsOf = (lines: readonly string[]): string =>
  lines
    .filter(line => !/^ {0,3}(?:`{3}|~{3})/.test(line))
    .join('\n')
    .trim();

function diffOf({ search, replace }: WrittenBlock): string {
  const start = sameLines(search, replace);
  const end = sameLines(search.slice(start).reverse(), replace.slice(start).reverse());
  const lines = [
    ...search.slice(0, start).map(line => `  ${line}`),
    ...search.slice(start, search.length - end).map(line => `- ${line}`),
    ...replace.slice(start, replace.length - end).map(line => `+ ${line}`),
    ...search.slice(search.length - end).map(line => `  ${line}`),
  ].join('\n');
  const fence = fenceAround(lines);
  return `${fence}diff\n${lines}\n${fence}`;
}

/** How many lines both begin with. */
function sameLines(some: readonly string[], others: readonly string[]): number {
  const differing = some.findIndex((line, at) => line !== others[at]);
  return differing < 0 ? some.length : differing;
}
