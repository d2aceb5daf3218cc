import { WordFinder } from './wordFinder.ts';

/** Whether one of these words stands in the whole text, or in its long runs alone (`longRuns`), which are the smaller part of it. */
export interface Near {
  readonly text: (words: readonly string[]) => boolean;
  readonly runs: (words: readonly string[]) => boolean;
}

/** Words in lower case that are worth looking for in a text, and in its long runs. */
export interface Marks {
  readonly text?: readonly string[];
  readonly runs?: readonly string[];
}

/** Looks for all of the words at once. Of words that are in none of the marks it says that they do not stand there. */
export function nearFinder(marks: readonly Marks[]): (text: string, runs: string) => Near {
  const inText = new WordFinder(marks.flatMap(({ text = [] }) => text));
  const inRuns = new WordFinder(marks.flatMap(({ runs = [] }) => runs));
  return (text, runs) => ({ text: anyOf(inText.wordsIn(text)), runs: anyOf(inRuns.wordsIn(runs)) });
}

const anyOf =
  (found: ReadonlySet<string>) =>
  (words: readonly string[]): boolean =>
    found.size > 0 && words.some(word => found.has(word));
