import type { Task } from '../model/purpose.ts';
import { wilson } from './wilson.ts';
import type { FeedbackEntry } from './feedbackEntry.ts';

/** With fewer outcomes of a task no number is shown: the interval of a group would be wider than the groups are apart. */
export const leastOutcomes = 200;

/** How often answers with one score were good, by what the user said and decided of them. */
export interface ReliabilityBand {
  /** The score that the gate gave, in [0, 1]. */
  readonly score: number;
  /** Answers with this score. */
  readonly of: number;
  /** The share of good ones that is to be expected, in (0, 1); a higher score never has a lower one. */
  readonly expected: number;
  /** The limits of what was counted, of 95 % (Wilson). */
  readonly low: number;
  readonly high: number;
}

/** What the outcomes of a task say of its scores. */
export interface Reliability {
  /** All answers of the task that something is known of. */
  readonly of: number;
  /** From the lowest score to the highest. */
  readonly bands: readonly ReliabilityBand[];
}

/**
 * Which chance a score stands for, by this user's own outcomes of a task; undefined: there are too few to say. Isotonic regression over
 * the scores (pool adjacent violators). Each group is counted with one good and one bad answer more than there are, as Platt does for
 * small samples, so that none is said to be certain.
 */
export function reliabilityOf(outcomes: readonly FeedbackEntry[], task: Task): Reliability | undefined {
  const own = outcomes.flatMap(({ score, ...entry }) =>
    entry.task === task && score !== undefined ? [{ score, isGood: entry.isHelpful }] : [],
  );
  if (own.length < leastOutcomes) return undefined;
  const groups = [...Map.groupBy(own, ({ score }) => score)]
    .map(([score, all]) => ({ score, of: all.length, good: all.filter(({ isGood }) => isGood).length }))
    .toSorted((one, other) => one.score - other.score);
  return { of: own.length, bands: pooled(groups).flatMap(bandsOf) };
}

interface Group {
  readonly score: number;
  readonly of: number;
  readonly good: number;
}

/** Neighbours of which the lower one does better than the higher one are one pool. */
function pooled(groups: readonly Group[]): readonly (readonly Group[])[] {
  const pools: Group[][] = [];
  for (const group of groups) {
    let pool = [group];
    for (let last = pools.at(-1); last && shareIn(last) > shareIn(pool); last = pools.at(-1)) {
      pools.pop();
      pool = [...last, ...pool];
    }
    pools.push(pool);
  }
  return pools;
}

function bandsOf(pool: readonly Group[]): readonly ReliabilityBand[] {
  const { low, high } = wilson(sum(pool, 'good'), sum(pool, 'of'));
  return pool.map(({ score, of }) => ({ score, of, expected: shareIn(pool), low, high }));
}

const shareIn = (pool: readonly Group[]): number => (sum(pool, 'good') + 1) / (sum(pool, 'of') + 2);

const sum = (pool: readonly Group[], what: 'good' | 'of'): number =>
  pool.reduce((total, group) => total + group[what], 0);
