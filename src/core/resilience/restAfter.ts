/** How long a circuit may rest. */
export interface RestLimits {
  /** Longest rest while the first ten minutes or so last, ms; see `restAfter`. Default 60 000. */
  readonly recoveryMs: number;
  /** Longest rest of all, ms. Default 300 000. */
  readonly maxRecoveryMs: number;
}

/**
 * How long a circuit rests after so many failed probes, ms: 5 s at first, then a fifth of how long it has rested in all, as
 * long as that stays below `recoveryMs`; later a twelfth, up to `maxRecoveryMs`. So one that has recovered
 * after a minute is asked again within 20 s, after ten minutes within a minute (`npm run bench -- servers`).
 */
export function restAfter(failedProbes: number, { recoveryMs, maxRecoveryMs }: RestLimits): number {
  let restMs = Math.min(leastRestMs, recoveryMs);
  let rested = restMs;
  for (let probe = 0; probe < Math.min(failedProbes, mostProbes); probe += 1) {
    const growing = Math.min(rested / growsBy, recoveryMs * recoveryShare);
    restMs = Math.min(maxRecoveryMs, Math.max(restMs, growing, rested / growsSlowlyBy));
    rested += restMs;
  }
  return restMs;
}

/** Between two tries of a failing target, on one machine. */
export const leastRestMs = 5_000;
const growsBy = 5;
const growsSlowlyBy = 12;
/** With its jitter, and the time until somebody asks, a rest stays below `recoveryMs`. */
const recoveryShare = 0.85;
/** The rest is at its longest by then. */
const mostProbes = 200;
