import type { Measure, Spending } from '../../../core/budget/spending.ts';
import type { CircuitState } from '../../../core/journal/journalEntry.ts';
import type { Metrics } from '../../../core/metrics/metrics.ts';
import type { DashboardEntries } from './dashboardEntries.ts';
import type { DaySum } from './daySums.ts';
import type { LocalDay } from '../../platform/localDays.ts';

/** What the dashboard is made from. */
export interface DashboardSources {
  readonly metrics: Pick<Metrics, 'slots' | 'since'>;
  readonly entries: DashboardEntries;
  /** What the user calls a target, by its id; the id itself where nobody knows it any more. */
  readonly labelOf: (target: string) => string;
  /** How the circuit of a target stands now. */
  readonly circuitOf: (target: string) => CircuitState;
  /** What is used of the budget; undefined: nothing is known yet. */
  readonly spending: () => Spending | undefined;
  /** Which workspace this is, as the journal calls it. */
  readonly workspace: () => string;
  /** What a limit comes to at the pace of this month; undefined: there is too little to say. */
  readonly forecast: ForecastOf;
}

/** What is known of a month up to now. */
export interface MonthSoFar {
  readonly which: Measure['which'];
  readonly used: number;
  /** 0: no limit. */
  readonly limit: number;
  /** Wall-clock ms of now. */
  readonly wallMs: number;
}

export interface SpendPace {
  /** Used by the end of the month, at this pace. */
  readonly atEnd: number;
  /** When the limit is reached at this pace, wall-clock ms; undefined: not in this month. */
  readonly reachedAt?: number;
}

export type ForecastOf = (month: MonthSoFar) => SpendPace | undefined;

/** The sources as they are at a moment. */
export interface DashboardMoment extends DashboardSources {
  /** Wall-clock ms. */
  readonly wallMs: number;
  /** What happened in stretches of time that follow each other. */
  readonly sumsOf: (stretches: readonly LocalDay[]) => readonly DaySum[];
}
