import { median } from '../../harness/statistics.ts';
import { aligned } from './aligned.ts';
import { bestFixed, type WorldContest } from './contest.ts';
import { of } from './of.ts';
import type { Summary } from './summary.ts';

/** What each policy came to: the median over the worlds, and the worst. */
export function policyTable(contests: readonly WorldContest[]): readonly string[] {
  const names = [...(contests[0]?.by.keys() ?? [])].filter(name => name !== 'oracle');
  const heads = ['', '$ a 1000', 'p50 s', 'p95 s', 'kept %', 'worth %', 'of oracle %', 'regret: fixed', 'oracle'];
  const rows = [...names, 'oracle'].map(name => {
    const each = (value: (summary: Summary) => number): readonly number[] =>
      contests.map(contest => value(of(contest, name)));
    const beside = (other: string): readonly number[] =>
      contests.map(contest => 100 * (of(contest, other).worth - of(contest, name).worth));
    const share = contests.map(contest => (100 * of(contest, name).worth) / of(contest, 'oracle').worth);
    return [
      name,
      pair(
        each(summary => summary.costUsd),
        Math.max,
      ),
      pair(
        each(summary => summary.p50Ms / 1000),
        Math.max,
      ),
      pair(
        each(summary => summary.p95Ms / 1000),
        Math.max,
      ),
      pair(
        each(summary => 100 * summary.kept),
        Math.min,
      ),
      pair(
        each(summary => 100 * summary.worth),
        Math.min,
      ),
      pair(share, Math.min),
      pair(beside(bestFixed), Math.max),
      pair(beside('oracle'), Math.max),
    ];
  });
  return aligned([heads, ...rows]);
}

/** Median / worst. */
const pair = (values: readonly number[], worst: (...values: readonly number[]) => number): string =>
  `${median(values).toFixed(1)} / ${worst(...values).toFixed(1)}`;
