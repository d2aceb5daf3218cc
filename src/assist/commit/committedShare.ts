/**
 * How much of a proposed message a commit has: the share of its words, subject and body alike, 0 to 1. What the user had typed
 * before counts for nothing, nor does what hooks and the user have added; words that are gone count.
 */
export function committedShare(proposed: string, committed: string, typed = ''): number {
  const own = without(wordsOf(proposed), wordsOf(typed));
  const wanted = own.length > 0 ? own : wordsOf(proposed);
  const gone = without(wanted, wordsOf(committed)).length;
  return wanted.length === 0 ? 0 : (wanted.length - gone) / wanted.length;
}

/** Longer messages are not read to their end. */
const mostRead = 20_000;

const wordsOf = (text: string): readonly string[] =>
  text
    .slice(0, mostRead)
    .toLowerCase()
    .match(/[\p{L}\p{N}_]+/gu) ?? [];

/** Each word of the others takes one of its kind away. */
function without(words: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(other, (left.get(other) ?? 0) + 1);
  return words.filter(word => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}
