import type { Task } from '../../model/purpose.ts';
import { isObject } from '../../shared/isObject.ts';

/** Whose answer it was, to what, and what it took: a small record without text. */
export interface AnswerOrigin {
  /** undefined: it was only passed through. */
  readonly task: Task | undefined;
  /** How much the question took, 0 to 1, as `Demand.score`. */
  readonly score: number;
  /** Id of the target that answered, not of the one that was asked first. */
  readonly target: string;
  /** US dollars that were booked; undefined: the price is not known. */
  readonly costUsd: number | undefined;
  /** From asking this target to the whole answer, ms. */
  readonly tookMs: number;
  /** Wall-clock ms of the answer. */
  readonly at: number;
}

/**
 * What became of one answer; each window adds its own, and all windows learn from them. Only answers have one: an attempt that
 * failed, was cancelled or ran out of time says nothing about how good a target's answers are.
 */
export interface LearnedOutcome extends AnswerOrigin {
  /** Was it still there ten minutes later? What was accepted and then taken back is not. */
  readonly kept: boolean;
}

/** Tasks as they are numbered here; questions that are only passed through come behind them. */
const numbers: Readonly<Record<Task, number>> = {
  explain: 0,
  ask: 1,
  edit: 2,
  editFiles: 3,
  fix: 4,
  tests: 5,
  docs: 6,
  commitMessage: 7,
  rename: 8,
  review: 9,
  reviewChanges: 10,
  reviewCommit: 11,
};

/** The tasks that are learned apart, in the order of their numbers; the last one is for questions without a task. */
export const learnedTasks: readonly (Task | undefined)[] = [...(Object.keys(numbers) as Task[]), undefined];

/** The number of a task. */
export const taskNumber = (task: Task | undefined): number =>
  task === undefined ? learnedTasks.length - 1 : numbers[task];

/** How many levels of complexity are learned apart. */
export const levels = 3;

/** Which of the levels a score belongs to; what is no number is taken for a simple one. */
export const levelOf = (score: number): number => Math.min(levels - 1, Math.max(0, Math.floor(score * levels) || 0));

/** Reads a record of any origin; undefined: it is none, or does not say what became of the answer. */
export function readLearnedOutcome(value: unknown): LearnedOutcome | undefined {
  const origin = readAnswerOrigin(value);
  const kept = isObject(value) ? value['kept'] : undefined;
  return origin && typeof kept === 'boolean' ? { ...origin, kept } : undefined;
}

/** Reads what is known of an answer; undefined: it is no such record. */
export function readAnswerOrigin(value: unknown): AnswerOrigin | undefined {
  if (!isObject(value)) return undefined;
  const { task, score, target, costUsd, tookMs, at } = value;
  if (!isTargetId(target) || !(task === undefined || isTask(task))) return undefined;
  if (!isAmount(score) || !isAmount(tookMs) || !isAmount(at)) return undefined;
  return { task, score, target, costUsd: isAmount(costUsd) ? costUsd : undefined, tookMs, at };
}

const isTask = (value: unknown): value is Task => typeof value === 'string' && Object.hasOwn(numbers, value);

const isAmount = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0;

/** An id longer than this is none of ours. */
const longestId = 500;

/** May this be the id of a target? */
export const isTargetId = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= longestId;
