import type { Metrics } from '../../core/metrics/metrics.ts';
import type { Clock } from '../../core/model/clock.ts';
import type { Spending } from '../../core/budget/spending.ts';
import { budgetEndsAt, type RecentSpending } from '../alerts/spendPace.ts';
import type { StatusFeed } from '../status/followStatus.ts';
import { modelLines } from './modelLines.ts';
import { usageStretches } from './usageStretches.ts';
import { usageLines } from './usageLines.ts';
import type { ViewLine } from './viewLine.ts';

/** What the views Models and Usage show; it is read when one of them is looked at. */
export interface UsageLists {
  readonly models: () => Promise<readonly ViewLine[]>;
  readonly usage: () => Promise<readonly ViewLine[]>;
  /** Calls back after each change. The returned function ends that. */
  readonly onDidChange: (listener: () => void) => () => void;
}

/** Where they are read from. */
export interface UsageParts {
  readonly clock: Clock;
  readonly feed: Pick<StatusFeed, 'status' | 'onDidChange'>;
  readonly metrics: Pick<Metrics, 'sum' | 'since' | 'onDidChange'>;
  /** Reads what other windows have entered. */
  readonly refresh: () => Promise<void>;
  readonly spending: () => RecentSpending & Pick<Spending, 'isEstimated' | 'isKept'>;
  readonly labelOf: (target: string) => string;
  /** The day of which the prices are: '2026-11-22'. */
  readonly pricesFrom: string;
}

/** Prices that are older are said to be, ms. */
const oldPricesMs = 90 * 86_400_000;

export function usageLists(parts: UsageParts): UsageLists {
  const { clock, feed, metrics, refresh } = parts;
  return {
    models: async () => {
      await refresh();
      const { sevenDays, today: day } = usageStretches(clock.wall());
      const { targets: today } = metrics.sum(day.from, day.to);
      const { targets: week } = metrics.sum(sevenDays.from, sevenDays.to);
      return modelLines({ targets: feed.status().targets, today, week });
    },
    usage: async () => {
      await refresh();
      return usageLines(sourcesAt(clock.wall(), parts));
    },
    onDidChange: listener => {
      const stops = [feed.onDidChange(listener), metrics.onDidChange(listener)];
      return () => stops.forEach(stop => stop());
    },
  };
}

function sourcesAt(now: number, { metrics, labelOf, pricesFrom, spending }: UsageParts) {
  const { month, today } = usageStretches(now);
  const spent = spending();
  return {
    today: metrics.sum(today.from, today.to),
    month: metrics.sum(month.from, month.to),
    spending: spent,
    endsAt: budgetEndsAt(spent, now),
    since: metrics.since,
    ...{ monthBeganAt: month.from, labelOf },
    ...(now - Date.parse(pricesFrom) > oldPricesMs && { pricesFrom }),
  };
}
