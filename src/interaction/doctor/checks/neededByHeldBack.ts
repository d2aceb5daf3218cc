import type { JournalEntry } from '../../../core/journal/journalEntry.ts';
import type { BudgetLimit } from '../../../core/model/note.ts';

/** The tokens that the latest question needed which this limit held back; undefined: it held none back, or money did. */
export function neededByHeldBack(entries: readonly JournalEntry[], which: BudgetLimit): number | undefined {
  for (const entry of entries.toReversed()) {
    if (entry.kind !== 'question' || entry.rehearsed) continue;
    const held = entry.decisions.find(({ kind, because }) => kind === 'over-budget' && because === which);
    if (held) return held.count;
  }
  return undefined;
}
