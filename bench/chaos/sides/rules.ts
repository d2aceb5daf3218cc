import type { RetryOptions } from '../../../src/core/layers/retry.ts';
import type { AttemptLimits } from '../../../src/core/resilience/attemptLimits.ts';
import type { BreakerOptions } from '../../../src/core/resilience/circuitBreaker.ts';

/** A question's whole time, ms: 35 s in real life, so about nine times as fast, for every side alike. */
export const deadlineMs = 4_000;

/** When a side that has no time limit of its own is given up, ms: what is open then counts as hung. */
export const watchMs = 6_000;

/** Limits of one try: 5, 30 and 30 s in real life. A baseline that knows only one gets `firstTokenMs`. */
export const attemptLimits: AttemptLimits = { connectMs: 1_000, firstTokenMs: 1_000, idleMs: 1_000 };

/** As in real life. */
export const retrying: RetryOptions = { maxRetries: 3, baseDelayMs: 500, maxDelayMs: 30_000 };

/** A circuit's rest, and the time for which it remembers, are 60 s in real life; the rest grows to 300 s. */
export const breakerOptions: BreakerOptions = {
  failureThreshold: 5,
  windowMs: 7_000,
  recoveryMs: 7_000,
  maxRecoveryMs: 35_000,
};

/** No side is held to a rate: how often one asks is the bench's choice. */
export const unlimited = { requestsPerMinute: Infinity, tokensPerMinute: Infinity, concurrent: Infinity };
