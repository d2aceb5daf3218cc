import type { Target } from '../model/target.ts';
import type { AttemptLimits } from './attemptLimits.ts';

/** A model on this machine may first have to be read from disk. */
const localFactor = 2;
/** So many times what its slow answers took before: it may be slower today, but not by much more. */
const learntFactor = 3;
const longestFirstTokenMs = 120_000;

/**
 * How long a target may take: the limits of the settings, but more until the first token for a model on this machine, and
 * for one that was seen to take longer, because it thinks in silence or because its server is slow.
 */
export function adaptiveLimits<Limits extends AttemptLimits>(
  limits: Limits,
  { loopback }: Pick<Target, 'loopback'>,
  p95FirstTokenMs: number | undefined,
): Limits {
  const learntMs = Math.min(longestFirstTokenMs, learntFactor * (p95FirstTokenMs ?? 0));
  const firstTokenMs = Math.max(limits.firstTokenMs * (loopback ? localFactor : 1), learntMs);
  if (firstTokenMs <= limits.firstTokenMs) return limits;
  return { ...limits, firstTokenMs, isSlowByNature: true };
}

/**
 * How long a question may take, ms: as long as the settings say, and as much longer as its first target is waited for. One that
 * is slow by nature gets its time whole, so whoever stands behind it has a whole time too: with a part of it a local model
 * that hangs would leave nothing for the others.
 */
export function questionTimeMs(
  settings: { readonly firstTokenMs: number; readonly totalMs: number },
  first: AttemptLimits | undefined,
  hasOthers: boolean,
): number {
  if (!first?.isSlowByNature) return settings.totalMs;
  return settings.totalMs + first.firstTokenMs - (hasOthers ? 0 : settings.firstTokenMs);
}
