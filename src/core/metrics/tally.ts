import { Histogram } from './histogram.ts';

/** What questions came to: of all, or of one task. Rehearsed ones are not in it. */
export interface QuestionTally {
  /** All that ended, those that the user stopped too. */
  questions: number;
  /** By a model, now or earlier. */
  answered: number;
  cancelled: number;
  /** No model answered, whatever stood in. */
  unanswered: number;
  /** Answered by another target than the first choice. */
  fallbacks: number;
  /** Were looked for among earlier answers, and found there. */
  lookUps: number;
  hits: number;
  /** Answers that were assessed, and those that were doubted. */
  assessed: number;
  doubtful: number;
  /** Of the attempts that these questions made. */
  readonly spent: SpendTally;
  savedTokens: number;
  /** US dollars, as far as prices are known. */
  savedUsd: number;
  /** From asking to the end, of those that a model answered now. */
  readonly took: Histogram;
}

/** What attempts at one target came to. */
export interface TargetTally {
  attempts: number;
  answered: number;
  /** Neither answered nor stopped by the user or by our own deadline. */
  failed: number;
  /** Attempts that were not their question's first at this target. */
  retries: number;
  failures: ReadonlyMap<string, number>;
  readonly spent: SpendTally;
  /** From the attempt's beginning to the first token. */
  readonly firstToken: Histogram;
  /** From the attempt's beginning to the end, of those that answered. */
  readonly took: Histogram;
}

export interface SpendTally {
  inputTokens: number;
  outputTokens: number;
  /** Of the input, what a provider remembered. */
  cachedInputTokens: number;
  /** Of input and output, what no provider has reported. */
  estimatedTokens: number;
  /** US dollars, as far as prices are known. */
  usd: number;
  /** Of input and output, what nobody knows the price of. */
  unpricedTokens: number;
}

export const emptySpend = (): SpendTally => ({
  inputTokens: 0,
  outputTokens: 0,
  cachedInputTokens: 0,
  estimatedTokens: 0,
  usd: 0,
  unpricedTokens: 0,
});

export const emptyQuestions = (): QuestionTally => ({
  ...{ questions: 0, answered: 0, cancelled: 0, unanswered: 0, fallbacks: 0 },
  ...{ lookUps: 0, hits: 0, assessed: 0, doubtful: 0, savedTokens: 0, savedUsd: 0 },
  spent: emptySpend(),
  took: new Histogram(),
});

export const emptyTarget = (): TargetTally => ({
  ...{ attempts: 0, answered: 0, failed: 0, retries: 0 },
  failures: noCounts,
  spent: emptySpend(),
  firstToken: new Histogram(),
  took: new Histogram(),
});

/** Adds the second to the first. */
export function addQuestionTally(sum: QuestionTally, more: Readonly<QuestionTally>): void {
  addNumbers(sum, more);
  addNumbers(sum.spent, more.spent);
  sum.took.merge(more.took);
}

/** Adds the second to the first. */
export function addTargetTally(sum: TargetTally, more: TargetTally): void {
  addNumbers(sum, more);
  addNumbers(sum.spent, more.spent);
  sum.failures = withCounts(sum.failures, more.failures);
  sum.firstToken.merge(more.firstToken);
  sum.took.merge(more.took);
}

/** Adds the counts of the second to those of the first. */
export function addCounts(sum: Map<string, number>, more: ReadonlyMap<string, number>): void {
  for (const [name, count] of more) sum.set(name, (sum.get(name) ?? 0) + count);
}

/** Nothing has been counted; it is never written to, so that what counts nothing takes no room. */
export const noCounts: ReadonlyMap<string, number> = new Map();

/** The first with the counts of the second added; itself where there are none. */
export function withCounts(
  sum: ReadonlyMap<string, number>,
  more: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  if (more.size === 0) return sum;
  const own = new Map(sum); // few names, and seldom: most of what is counted here are failures
  addCounts(own, more);
  return own;
}

function addNumbers<Some extends object>(sum: Some, more: Some): void {
  for (const [name, value] of Object.entries(more))
    if (typeof value === 'number') Reflect.set(sum, name, Number(Reflect.get(sum, name)) + value);
}
