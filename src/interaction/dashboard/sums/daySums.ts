import { Histogram } from '../../../core/metrics/histogram.ts';
import type { MetricSlot } from '../../../core/metrics/metricSlot.ts';
import { addCounts } from '../../../core/metrics/tally.ts';

/** What happened in a stretch of time, as far as a chart needs it. */
export interface DaySum {
  /** Wall-clock ms. */
  readonly at: number;
  questions: number;
  answered: number;
  cancelled: number;
  unanswered: number;
  fallbacks: number;
  lookUps: number;
  hits: number;
  assessed: number;
  savedTokens: number;
  savedUsd: number;
  readonly took: Histogram;
  /** By target id. */
  readonly targets: Map<string, TargetSum>;
  /** By `PassedOver`. */
  readonly reasons: Map<string, number>;
  /** By tier of confidence. */
  readonly tiers: Map<string, number>;
}

export interface TargetSum {
  attempts: number;
  answered: number;
  inputTokens: number;
  outputTokens: number;
  cachedInputTokens: number;
  estimatedTokens: number;
  unpricedTokens: number;
  usd: number;
}

/** In the order of time. */
export type Slots = readonly (readonly [beganAt: number, slot: MetricSlot])[];

/** Some slots as one. */
export function sumOf(at: number, slots: Slots): DaySum {
  const sum = emptySum(at);
  for (const [, slot] of slots) addSlot(sum, slot);
  return sum;
}

/** Several days as one. */
export function wholeOf(days: readonly DaySum[]): DaySum {
  const sum = emptySum(days[0]?.at ?? 0);
  for (const day of days) addSum(sum, day);
  return sum;
}

const emptySum = (at: number): DaySum => ({
  ...{ at, questions: 0, answered: 0, cancelled: 0, unanswered: 0, fallbacks: 0 },
  ...{ lookUps: 0, hits: 0, assessed: 0, savedTokens: 0, savedUsd: 0 },
  took: new Histogram(),
  targets: new Map(),
  reasons: new Map(),
  tiers: new Map(),
});

const emptyTargetSum = (): TargetSum => ({
  ...{ attempts: 0, answered: 0, inputTokens: 0, outputTokens: 0 },
  ...{ cachedInputTokens: 0, estimatedTokens: 0, unpricedTokens: 0, usd: 0 },
});

function addSlot(sum: DaySum, { all, targets, fallbackReasons, tiers }: MetricSlot): void {
  addQuestions(sum, all);
  sum.took.merge(all.took);
  for (const [id, { attempts, answered, spent }] of targets) addTarget(sum, id, { attempts, answered, ...spent });
  addCounts(sum.reasons, fallbackReasons);
  addCounts(sum.tiers, tiers);
}

function addSum(sum: DaySum, day: DaySum): void {
  addQuestions(sum, day);
  sum.took.merge(day.took);
  for (const [id, target] of day.targets) addTarget(sum, id, target);
  addCounts(sum.reasons, day.reasons);
  addCounts(sum.tiers, day.tiers);
}

type Counts = Omit<DaySum, 'at' | 'took' | 'targets' | 'reasons' | 'tiers'>;

/** Field by field: a month has thousands of slots, and is summed up up to four times a second. */
function addQuestions(sum: Counts, more: Counts): void {
  sum.questions += more.questions;
  sum.answered += more.answered;
  sum.cancelled += more.cancelled;
  sum.unanswered += more.unanswered;
  sum.fallbacks += more.fallbacks;
  sum.lookUps += more.lookUps;
  sum.hits += more.hits;
  sum.assessed += more.assessed;
  sum.savedTokens += Math.max(0, more.savedTokens);
  sum.savedUsd += Math.max(0, more.savedUsd);
}

function addTarget({ targets }: DaySum, id: string, more: TargetSum): void {
  const sum = targets.get(id) ?? emptyTargetSum();
  targets.set(id, sum);
  sum.attempts += more.attempts;
  sum.answered += more.answered;
  sum.inputTokens += more.inputTokens;
  sum.outputTokens += more.outputTokens;
  sum.cachedInputTokens += more.cachedInputTokens;
  sum.estimatedTokens += more.estimatedTokens;
  sum.unpricedTokens += more.unpricedTokens;
  sum.usd += more.usd;
}
