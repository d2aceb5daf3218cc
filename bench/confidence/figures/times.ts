import type { Row } from '../../harness/bench.ts';
import type { Goal } from '../../harness/goal.ts';
import { median, p95, p99, p999 } from '../../harness/statistics.ts';
import type { Judged } from './judged.ts';

const most95Ms = 20;
/** A frame. */
const mostStretchMs = 16;

/** How long judging an answer takes, and how long it lets nobody else have a turn. */
export function timesOf(all: readonly Judged[]): { readonly rows: readonly Row[]; readonly goals: readonly Goal[] } {
  const whole = all.map(({ tookMs }) => tookMs);
  const longest = all.map(({ longestMs }) => longestMs);
  const shown = (samples: readonly number[]): string =>
    [median, p95, p99, p999].map(of => of(samples).toFixed(1)).join(' / ') + ' ms';
  const remark = `p50 / p95 / p99 / p99.9 of ${all.length}; the most ${Math.max(...whole).toFixed(0)} and ${Math.max(...longest).toFixed(0)} ms`;
  return {
    rows: [
      { measure: 'an assessment', steadfast: shown(whole), remark },
      { measure: 'its longest synchronous stretch', steadfast: shown(longest), remark: 'CPU time' },
    ],
    goals: [
      { name: 'confidence p95 of an assessment', value: p95(whole), limit: most95Ms, unit: 'ms' },
      { name: 'confidence p99.9 of its longest stretch', value: p999(longest), limit: mostStretchMs, unit: 'ms' },
    ],
  };
}
