import type { SpendPace } from '../sums/dashboardSources.ts';
import type { LocalDay } from '../../platform/localDays.ts';

export interface Burning {
  readonly days: readonly LocalDay[];
  /** What was used on each day; null: not known, or still to come. */
  readonly usedByDay: readonly (number | null)[];
  /** Of the month up to now, as the budget counts it. */
  readonly used: number;
  /** Above 0. */
  readonly limit: number;
  readonly pace: SpendPace | undefined;
  /** Wall-clock ms. */
  readonly wallMs: number;
}

export interface BurnDown {
  /** What was left at the end of each day, today's as it is now; null: still to come, or before the journal. */
  readonly left: readonly (number | null)[];
  /** From today on, at the pace of this month; null: before, or too little is known. */
  readonly forecast: readonly (number | null)[];
}

/**
 * What is left of a limit, day by day, and what will be. It ends at what the budget counts now, whatever the journal knows: the
 * journal only tells on which day how much of it went, so that two sources never show two sums.
 */
export function burnDown({ days, usedByDay, used, limit, pace, wallMs }: Burning): BurnDown {
  const today = days.findIndex(({ at, to }) => wallMs >= at && wallMs < to);
  const left: (number | null)[] = days.map(() => null);
  let after = used;
  for (let day = today; day >= 0; day -= 1) {
    const spent = usedByDay[day] ?? null;
    left[day] = limit - after;
    if (spent === null) break;
    after = Math.max(0, after - spent);
  }
  const last = days.length - 1;
  const perDay = pace && last > today ? (pace.atEnd - used) / (last - today) : undefined;
  const forecast = days.map((_, day) =>
    perDay === undefined || day < today || today < 0 ? null : limit - used - perDay * (day - today),
  );
  return { left, forecast: forecast.map(finiteOrNull) };
}

const finiteOrNull = (value: number | null): number | null => (value !== null && Number.isFinite(value) ? value : null);
