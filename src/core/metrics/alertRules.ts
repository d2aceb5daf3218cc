import type { AlertKind, QuestionEntry } from '../journal/journalEntry.ts';

/** When an alert about a share is raised, and when it is over: never at the same value, so that it does not flicker. */
export interface ShareRule {
  readonly kind: Extract<AlertKind, 'fallbacks' | 'retries' | 'errors'>;
  /** Of how many of what: a share in [0, 1] is one by the other. */
  readonly count: (entry: QuestionEntry) => { readonly part: number; readonly whole: number };
  /** Of fewer nothing is concluded. */
  readonly least: number;
  readonly raiseAt: number;
  readonly clearAt: number;
}

/** The latest quarter of an hour is watched: long enough for a person's questions, short enough to be news. */
export const watchedMs = 900_000;

const one = (isSo: boolean): number => (isSo ? 1 : 0);

/**
 * The thresholds are our own: with two targets that each fail one request in ten, as the worst of the published incidents of the
 * great providers had it, none is raised within a thousand questions (`test/core/metrics/alerts.test.ts`).
 */
export const shareRules: readonly ShareRule[] = [
  {
    kind: 'fallbacks',
    count: ({ outcome, freshness, fallback }) => ({
      part: one(fallback !== undefined),
      whole: one(outcome === 'answered' && freshness === 'live'),
    }),
    ...{ least: 8, raiseAt: 0.5, clearAt: 0.2 },
  },
  {
    kind: 'retries',
    count: ({ attempts }) => ({
      part: attempts.length - new Set(attempts.map(({ target }) => target)).size,
      whole: attempts.length,
    }),
    ...{ least: 12, raiseAt: 0.4, clearAt: 0.15 },
  },
  {
    kind: 'errors',
    count: ({ outcome, insteadOf }) => ({
      part: one((outcome !== 'answered' && outcome !== 'cancelled') || insteadOf !== undefined),
      whole: one(outcome !== 'cancelled'),
    }),
    ...{ least: 6, raiseAt: 0.4, clearAt: 0.1 },
  },
];

/** A target is slow when its first tokens take three times as long as usual, and at least this long, ms; of so many. */
export const slowness = { least: 6, times: 3, overTimes: 1.5, leastMs: 4_000 };

/** The clock was set back when wall time fell behind by more than this, ms: less is what time servers correct. */
export const setBackMs = 120_000;
