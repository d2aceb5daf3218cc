/** What a forecast rests on. */
export interface SpendingPace {
  /** Of the month, in any unit. */
  readonly used: number;
  /** In the same unit; 0: there is no limit. */
  readonly limit: number;
  /** What was used on each of the latest days, today last, as far as it has come. */
  readonly recent: readonly number[];
  /** Wall-clock ms. */
  readonly now: number;
  /** How much of today is over, in [0, 1]. */
  readonly dayShare: number;
  /** When the next month begins, wall-clock ms. */
  readonly monthEndsAt: number;
}

export interface SpendForecast {
  /** On an average day of late. */
  readonly perDay: number;
  /** Of the whole month, if it goes on like that. */
  readonly monthUse: number;
  /** When the limit is reached, wall-clock ms; undefined: not within this month, or there is none. */
  readonly endsAt?: number;
}

const dayMs = 86_400_000;
/** A day that has hardly begun says little of its pace. */
const leastDayShare = 0.25;

/**
 * Where this month's use leads at the pace of the latest days, counted from the first of them on which something was used, idle days
 * included; undefined: nothing was used in them.
 */
export function spendForecast({
  used,
  limit,
  recent,
  now,
  dayShare,
  monthEndsAt,
}: SpendingPace): SpendForecast | undefined {
  const since = recent.findIndex(amount => amount > 0);
  if (since === -1) return undefined;
  const days = recent.slice(since);
  const perDay = days.reduce((sum, amount) => sum + amount, 0) / (days.length - 1 + Math.max(leastDayShare, dayShare));
  const daysLeft = Math.max(0, monthEndsAt - now) / dayMs;
  const monthUse = used + perDay * daysLeft;
  if (limit <= 0 || monthUse < limit) return { perDay, monthUse };
  return { perDay, monthUse, endsAt: now + (Math.max(0, limit - used) / perDay) * dayMs };
}
