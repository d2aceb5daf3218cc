import type { AlertEntry } from '../journal/journalEntry.ts';
import type { Histogram } from './histogram.ts';
import type { MetricSlot } from './metricSlot.ts';
import type { Metrics } from './metrics.ts';
import type { QuestionTally, SpendTally, TargetTally } from './tally.ts';

/** The version of the read-out: what is there keeps its meaning, more may be added. */
const format = 1;

/** A stretch of time, wall-clock ms. */
export interface TimeStretch {
  readonly from: number;
  /** Not included. */
  readonly to: number;
}

/** What a read-out is made of. */
export interface StatsSources {
  readonly metrics: Pick<Metrics, 'since' | 'sum' | 'slots'>;
  /** Wall-clock ms. */
  readonly now: number;
  /** Stretches by their names: 'today', 'month'. */
  readonly stretches: Readonly<Record<string, TimeStretch>>;
  /** What is wrong now. */
  readonly alerts?: readonly AlertEntry[];
  /** The day of which the prices are. */
  readonly pricesFrom: string;
}

/** All that is measured, as JSON: counts, shares in [0, 1] (null of nothing), times in ms, tokens, US dollars. No text of anybody's. */
export function stats({ metrics, now, stretches, alerts = [], pricesFrom }: StatsSources) {
  const told = Object.entries(stretches).map(([name, { from, to }]) => [name, stretchStats(metrics.sum(from, to))]);
  return {
    format,
    at: new Date(now).toISOString(),
    since: metrics.since === undefined ? null : new Date(metrics.since).toISOString(),
    pricesFrom,
    alerts: alerts.map(({ alert, at, value, target = null }) => ({
      alert,
      since: new Date(at).toISOString(),
      value,
      target,
    })),
    stretches: Object.fromEntries(told) as Readonly<Record<string, StretchStats>>,
  };
}

/** What one stretch of time came to, in a read-out. */
export type StretchStats = ReturnType<typeof stretchStats>;

/** What one stretch of time came to. */
export function stretchStats(slot: MetricSlot) {
  return {
    ...questionStats(slot.all),
    retryRate: share(
      sum(slot, ({ retries }) => retries),
      sum(slot, ({ attempts }) => attempts),
    ),
    errorRate: share(slot.all.unanswered, slot.all.questions - slot.all.cancelled),
    fallbackReasons: Object.fromEntries(slot.fallbackReasons),
    tiers: Object.fromEntries(slot.tiers),
    tasks: Object.fromEntries(
      [...slot.tasks].map(([task, tally]) => [task === '' ? 'other' : task, questionStats(tally)]),
    ),
    targets: Object.fromEntries([...slot.targets].map(([target, tally]) => [target, targetStats(tally)])),
  };
}

function questionStats(tally: QuestionTally) {
  const { questions, answered, cancelled, unanswered, fallbacks, lookUps, hits, assessed, doubtful } = tally;
  return {
    ...{ questions, answered, cancelled, unanswered, fallbacks, cacheLookUps: lookUps, cacheHits: hits },
    ...{ assessed, doubtful, fallbackRate: share(fallbacks, answered), cacheHitRate: share(hits, lookUps) },
    successRate: share(answered, questions - cancelled),
    lowConfidenceRate: share(doubtful, answered),
    ...spendStats(tally.spent),
    ...{ savedTokens: tally.savedTokens, savedUsd: dollars(tally.savedUsd), took: times(tally.took) },
  };
}

function targetStats({ attempts, answered, failed, retries, failures, spent, firstToken, took }: TargetTally) {
  return {
    ...{ attempts, answered, failed, retries, failureRate: share(failed, answered + failed) },
    failures: Object.fromEntries(failures),
    ...spendStats(spent),
    ...{ firstToken: times(firstToken), took: times(took) },
  };
}

const spendStats = ({ usd, ...tokens }: SpendTally) => ({ ...tokens, usd: dollars(usd) });

const times = (histogram: Histogram) => ({
  count: histogram.count,
  p50Ms: rounded(histogram.quantile(0.5)),
  p95Ms: rounded(histogram.quantile(0.95)),
});

const rounded = (ms: number | undefined): number | null => (ms === undefined ? null : Math.round(ms));

/** To a millionth: what is smaller is an artefact of adding. */
const dollars = (usd: number): number => Math.round(usd * 1e6) / 1e6;

/** A part of a whole to a thousandth; null of nothing. */
const share = (part: number, whole: number): number | null =>
  whole > 0 ? Math.round((part / whole) * 1_000) / 1_000 : null;

const sum = (slot: MetricSlot, of: (tally: TargetTally) => number): number =>
  [...slot.targets.values()].reduce((total, tally) => total + of(tally), 0);
