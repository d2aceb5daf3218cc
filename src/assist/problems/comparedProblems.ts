/** A problem as it is told apart from others: by what is said, not by where, because lines move. */
export interface Problem {
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  /** Who reports it, and by which code; '' where that is not said. */
  readonly source: string;
  readonly code: string;
}

/** What came of problems by a change. */
export interface ComparedProblems {
  readonly gone: readonly Problem[];
  readonly left: readonly Problem[];
  readonly added: readonly Problem[];
}

/** Compares what was reported before a change with what is after it; equal ones are counted. */
export function comparedProblems(before: readonly Problem[], after: readonly Problem[]): ComparedProblems {
  const open = new Map<string, number>();
  for (const problem of before) open.set(keyOf(problem), (open.get(keyOf(problem)) ?? 0) + 1);
  const [left, added]: [Problem[], Problem[]] = [[], []];
  for (const problem of after) {
    const count = open.get(keyOf(problem)) ?? 0;
    open.set(keyOf(problem), count - 1);
    (count > 0 ? left : added).push(problem);
  }
  const gone: Problem[] = [];
  for (const problem of before) {
    const count = open.get(keyOf(problem)) ?? 0;
    if (count <= 0) continue;
    open.set(keyOf(problem), count - 1);
    gone.push(problem);
  }
  return { gone, left, added };
}

/** What tells it from others: numbers in its words may be those of lines, which move. */
export const keyOf = ({ severity, message, source, code }: Problem): string =>
  JSON.stringify([severity, source, code, message.replace(/\d+/g, '0')]);
