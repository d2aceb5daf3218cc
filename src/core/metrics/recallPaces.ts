import type { JournalEntry } from '../journal/journalEntry.ts';
import type { SeenAnswer } from '../resilience/paceRecord.ts';

/** Who takes over how long answers took; `agoMs`: how long ago. */
export interface PaceKeeper {
  recall(target: string, answer: SeenAnswer, agoMs: number): void;
}

/** What is older says nothing, ms: see `PaceRecord`. */
const longestAgoMs = 7 * 86_400_000;

/**
 * Hands over how long the answers of a question took that another window has entered, or this one before it was loaded anew: so that
 * a new window knows who is fast. `wall`: now, wall-clock ms. What was rehearsed, or comes from a clock that goes wrong, is left out.
 */
export function recallPaces(entry: JournalEntry, keeper: PaceKeeper, wall: number): void {
  if (entry.kind !== 'question' || entry.rehearsed) return;
  const agoMs = wall - entry.at;
  if (agoMs < 0 || agoMs > longestAgoMs) return;
  for (const attempt of entry.attempts)
    if (attempt.outcome === 'answered') keeper.recall(attempt.target, attempt, agoMs);
}
