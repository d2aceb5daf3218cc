import { failureRules, type FailureKind } from '../../../src/core/model/failure.ts';
import type { AttemptEntry, CircuitState, JournalEntry } from '../../../src/core/journal/journalEntry.ts';

/** No question takes longer, even where the machine slept meanwhile. */
const longestMs = 7 * 86_400_000;
const states: readonly CircuitState[] = ['closed', 'open', 'half-open', 'paused'];
/** From the first version to a time that no clock is set to by mistake. */
const [earliest, latest] = [Date.UTC(2020, 0, 1), Date.UTC(2200, 0, 1)];

/** Can it have happened? Lines are read with their types alone, and were written by who knows whom. */
export function isPlausible(entry: JournalEntry): boolean {
  if (entry.at < earliest || entry.at > latest) return false;
  if (entry.kind === 'circuit') return states.includes(entry.before) && states.includes(entry.after);
  if (entry.kind === 'alert') return true;
  const { attempts, outcome, promptLength, tookMs } = entry;
  return isDuration(tookMs) && promptLength >= 0 && isOutcome(outcome) && attempts.every(isAttempt);
}

const isAttempt = ({ outcome, startMs, tookMs, ...more }: AttemptEntry): boolean =>
  isOutcome(outcome) &&
  [startMs, tookMs, more.connectMs, more.firstTokenMs, more.retryAfterMs].every(
    ms => ms === undefined || isDuration(ms),
  ) &&
  (more.circuitBefore === undefined || states.includes(more.circuitBefore));

const isDuration = (ms: number): boolean => ms >= 0 && ms <= longestMs;

/** A kind of failure that this version knows; without its rules nothing could be decided. */
const isOutcome = (outcome: 'answered' | FailureKind): boolean =>
  outcome === 'answered' || Object.hasOwn(failureRules, outcome);
