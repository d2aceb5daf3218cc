/** Whether one of these words stands in the whole text, or in its long runs alone, which are the smaller part of it. */
export interface Near {
  readonly text: (words: readonly string[]) => boolean;
  readonly runs: (words: readonly string[]) => boolean;
}

/** Looks for each word once, however often it is asked for. `text` and `runs`: see `longRuns`. */
export const nearWords = (text: string, runs: string): Near => ({
  text: wordsIn(text.toLowerCase()),
  runs: wordsIn(runs.toLowerCase()),
});

function wordsIn(text: string): (words: readonly string[]) => boolean {
  const known = new Map<string, boolean>();
  const stands = (word: string): boolean => {
    const found = known.get(word) ?? text.includes(word);
    known.set(word, found);
    return found;
  };
  return words => words.some(stands);
}
