import type { Limits } from '../wires/wire.ts';

const WINDOW_MS = 60_000;
const REQUESTS_PER_MINUTE = 10_000;
const TOKENS_PER_MINUTE = 4_000_000;

/**
 * Counts what a provider was asked within the last minute, for its rate-limit headers. It never refuses: a limit is
 * reached by the fault `rate-limit` only, so `remaining` stays above zero.
 */
export class Limiter {
  #windowStart = 0;
  #requests = 0;
  #tokens = 0;

  /** Counts one request and tells what is left; `nowMs` is any clock in milliseconds. */
  count(tokens: number, nowMs: number): Limits {
    if (nowMs - this.#windowStart >= WINDOW_MS) {
      this.#windowStart = nowMs;
      this.#requests = 0;
      this.#tokens = 0;
    }
    this.#requests += 1;
    this.#tokens += tokens;
    return {
      requests: { limit: REQUESTS_PER_MINUTE, remaining: Math.max(1, REQUESTS_PER_MINUTE - this.#requests) },
      tokens: { limit: TOKENS_PER_MINUTE, remaining: Math.max(1, TOKENS_PER_MINUTE - this.#tokens) },
      resetSeconds: Math.ceil((WINDOW_MS - (nowMs - this.#windowStart)) / 1000),
    };
  }
}

/** What the headers say when the limit is reached. */
export function exhausted(resetSeconds: number): Limits {
  return {
    requests: { limit: REQUESTS_PER_MINUTE, remaining: 0 },
    tokens: { limit: TOKENS_PER_MINUTE, remaining: 0 },
    resetSeconds,
  };
}
