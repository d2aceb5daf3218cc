/** A place in a text, 0-based. */
interface Position {
  readonly line: number;
  readonly character: number;
}

/** A problem as an editor reports it, as far as it is looked at here. */
export interface ReportedProblem {
  readonly range: { readonly start: Position; readonly end: Position };
  /** 0 is the gravest. */
  readonly severity: number;
  readonly message: string;
  readonly source?: string | undefined;
  readonly code?: unknown;
}

/** Problems that a question tells of, by their place, and how many more there are. */
export interface ChosenProblems<Problem> {
  readonly chosen: readonly Problem[];
  readonly leftOut: number;
}

/** Each problem once, as some are reported twice; where there are more than these, the gravest. Two alike at two places are two. */
export function chosenProblems<Problem extends ReportedProblem>(
  problems: readonly Problem[],
  most: number,
): ChosenProblems<Problem> {
  const distinct = [...new Map(problems.map(problem => [keyOf(problem), problem])).values()];
  const gravest = distinct.toSorted((one, other) => one.severity - other.severity || byPlace(one, other));
  return {
    chosen: gravest.slice(0, most).sort(byPlace),
    leftOut: Math.max(0, distinct.length - most),
  };
}

const warning = 1;

/** Is a fix offered for such problems without being asked for? A light bulb at each word that a spell checker does not know helps nobody. */
export const isOfferedAtOnce = (problems: readonly Pick<ReportedProblem, 'severity'>[]): boolean =>
  problems.some(({ severity }) => severity <= warning);

const byPlace = ({ range: { start: one } }: ReportedProblem, { range: { start: other } }: ReportedProblem): number =>
  one.line - other.line || one.character - other.character;

const keyOf = ({ range: { start, end }, severity, message, source = '', code }: ReportedProblem): string =>
  JSON.stringify([start.line, start.character, end.line, end.character, severity, source, code ?? '', message]);
