import { isNamedInOtherLetters, nameBeginnings } from './named/secretNames.ts';
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

/** What one look at a text has found. */
export interface Look extends Near {
  /** Where names of secrets may begin, in order; undefined: they may be in letters that are not looked for here. */
  readonly nameStarts: readonly number[] | undefined;
}

/** Looks for all of the words at once. Of words that are in none of the marks it says that they do not stand there. */
export function nearFinder(marks: readonly Marks[]): (text: string, runs: string) => Look {
  const inText = new WordFinder([...marks.flatMap(({ text = [] }) => text), ...nameBeginnings]);
  const inRuns = new WordFinder(marks.flatMap(({ runs = [] }) => runs));
  const ofNames = new Set(nameBeginnings);
  return (text, runs) => {
    const starts: number[] = [];
    const words = inText.wordsIn(text, (word, start) => {
      if (ofNames.has(word) && start !== starts.at(-1)) starts.push(start);
    });
    const nameStarts = isNamedInOtherLetters(text) ? undefined : starts;
    return { text: anyOf(words), runs: anyOf(inRuns.wordsIn(runs)), nameStarts };
  };
}

const anyOf =
  (found: ReadonlySet<string>) =>
  (words: readonly string[]): boolean =>
    found.size > 0 && words.some(word => found.has(word));
