import { comparedProblems, type Problem } from '../../assist/problems/comparedProblems.ts';
import type { Sign } from '../../core/model/answer.ts';
import { cleanLine } from '../text/cleanText.ts';

/** A problem, and its line in the file (0-based). */
export interface PlacedProblem extends Problem {
  readonly line: number;
}

/** Where the code of an answer is now, as lines of the file (0-based, the last one included). */
export interface PlacedLines {
  readonly first: number;
  readonly last: number;
}

/** More of them say no more: what broke is broken. */
const mostTold = 5;

/**
 * Errors that the editor's own language services report since an edit was accepted, as facts about its answer: told apart from those of
 * before by what they say. Of one elsewhere in the file no line is told. Facts: who reports it, what it says, the line in the code.
 */
export function reportedErrorSigns(
  before: readonly Problem[],
  now: readonly PlacedProblem[],
  { first, last }: PlacedLines,
): readonly Sign[] {
  const added = new Set(comparedProblems(before, now).added);
  const errors = now.filter(each => added.has(each) && each.severity === 'error');
  return errors.slice(0, mostTold).map(({ message, source, line }) => ({
    code: 'new-error',
    weight: 'fact',
    facts: {
      message: cleanLine(message, 300),
      source: cleanLine(source, 40),
      ...(line >= first && line <= last && { line: line - first + 1 }),
    },
  }));
}
