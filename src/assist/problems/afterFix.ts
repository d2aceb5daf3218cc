import { comparedProblems, keyOf, type ComparedProblems, type Problem } from './comparedProblems.ts';

/** What the editor reported before an edit that was to fix problems, and what it reports now. */
export interface Round<Found extends Problem> {
  readonly before: readonly Problem[];
  /** Those of them that were asked about. */
  readonly asked: readonly Problem[];
  readonly now: readonly Found[];
  /** The question was about what another edit had left. */
  readonly isAgain: boolean;
}

/** What came of a fix, and what could be asked about next. */
export interface AfterFix<Found extends Problem> extends ComparedProblems {
  /** What is left and what is new; none after the second round, or there would be a third. */
  readonly next: readonly Found[];
}

/** Compares the problems before a fix with those after it. Only what was asked about counts as left. */
export function afterFix<Found extends Problem>({ before, asked, now, isAgain }: Round<Found>): AfterFix<Found> {
  const compared = comparedProblems(before, now);
  const wanted = new Set(asked.map(keyOf));
  const left = compared.left.filter(problem => wanted.has(keyOf(problem)));
  const open = new Set([...compared.added, ...left]);
  return { ...compared, left, next: isAgain ? [] : now.filter(problem => open.has(problem)) };
}
