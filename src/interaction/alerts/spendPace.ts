import type { AlertEntry } from '../../core/journal/journalEntry.ts';
import { spendForecast } from '../../core/metrics/spendForecast.ts';
import type { Measure } from '../../core/budget/spending.ts';
import { daysOfMonth, lastDays } from '../platform/localDays.ts';

/** What this workspace has used, and of late. */
export interface RecentSpending {
  readonly measures: readonly Measure[];
  /** Of each of the latest days, today last. */
  readonly recent: readonly { readonly tokens: number; readonly usd: number }[];
}

/** Below this share of a limit a forecast is no news. */
const leastShare = 0.25;

/** When the budget of this month ends at the pace of the latest days, wall-clock ms; undefined: it lasts, or that is not known. */
export function budgetEndsAt({ measures, recent }: RecentSpending, now: number): number | undefined {
  const ends = measures.flatMap(({ which, used, limit }) => {
    if (which === 'day' || limit <= 0 || used < limit * leastShare || used >= limit) return [];
    const amounts = recent.map(({ tokens, usd }) => (which === 'money' ? usd : tokens));
    return spendForecast({ used, limit, recent: amounts, now, ...calendar(now) })?.endsAt ?? [];
  });
  return ends.length === 0 ? undefined : Math.min(...ends);
}

/** How much of the local day is over, and when the local month ends. */
export function calendar(now: number): { readonly dayShare: number; readonly monthEndsAt: number } {
  const [today = { at: now, to: now + 1 }] = lastDays(now, 1);
  return { dayShare: (now - today.at) / (today.to - today.at), monthEndsAt: daysOfMonth(now).at(-1)?.to ?? now };
}

/** The alert about it. */
export const paceAlert = (endsAt: number, now: number): AlertEntry => ({
  kind: 'alert',
  at: now,
  alert: 'spend-pace',
  is: 'raised',
  value: new Date(endsAt).getDate(),
});
