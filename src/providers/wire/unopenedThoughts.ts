import type { LearntFacts } from '../../core/model/learntFacts.ts';
import { hasUnopenedThoughts, type IsMeant } from '../../core/thoughts/thoughts.ts';

/** So many answers without such thoughts in a row, and the next is shown at once again: some questions need no thought. */
const answersOfDoubt = 3;

/** Has the target begun answers with thoughts that no mark opens, so that the next is held back until they end? */
export const expectsUnopened = (facts: LearntFacts | undefined): boolean => (facts?.answersWithThoughts ?? 0) > 0;

/** Learns from an answer as it was written whether the target's answers begin so. */
export function learnUnopened(facts: LearntFacts | undefined, written: string, isMeant: IsMeant): void {
  if (!facts) return;
  if (hasUnopenedThoughts(written, isMeant)) facts.answersWithThoughts = answersOfDoubt;
  else facts.answersWithThoughts = Math.max(0, facts.answersWithThoughts - 1);
}
