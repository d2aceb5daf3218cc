import { dayBegin, daysOfMonth } from '../platform/localDays.ts';
import type { TimeStretch } from '../../core/metrics/stats.ts';

const dayMs = 86_400_000;

/** The stretches that are told of, in the time zone of now: today, the latest seven days, this month, and all. */
export function usageStretches(now: number): Readonly<Record<'today' | 'sevenDays' | 'month' | 'all', TimeStretch>> {
  const [first] = daysOfMonth(now);
  return {
    today: { from: dayBegin(now), to: Infinity },
    sevenDays: { from: now - 7 * dayMs, to: Infinity },
    month: { from: first?.at ?? now, to: Infinity },
    all: { from: 0, to: Infinity },
  };
}
