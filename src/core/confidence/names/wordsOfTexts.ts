import type { Steps } from '../../shared/steps.ts';

/** After so many words others have their turn. */
const stretch = 5_000;

/** All words of some texts, whatever they are there: a name that stands in one of them may be meant. */
export function* wordsOfTexts(texts: readonly string[]): Steps<ReadonlySet<string>> {
  const words = new Set<string>();
  let count = 0;
  for (const text of new Set(texts))
    for (const [word] of text.matchAll(/[\p{L}_$][\p{L}\p{N}_$]*/gu)) {
      words.add(word);
      count += 1;
      if (count % stretch === 0) yield;
    }
  return words;
}
