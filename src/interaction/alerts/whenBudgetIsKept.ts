import type { Clock } from '../../core/model/clock.ts';

/** The budget record, as far as it can be kept. */
interface Kept {
  readonly now: () => { readonly isKept: boolean };
  /** The returned function ends it. */
  readonly onDidChange: (listener: () => void) => () => void;
}

/** Whoever asks meanwhile learns of the disk from the budget record, ms. */
export const journalTroubleMs = 15_000;

/**
 * Tells of trouble with the journal, unless the budget record is in trouble by then or was meanwhile: both lie on the same disk, and
 * its message says more. So a full disk is told of once, whichever of them meets it first.
 */
export function whenBudgetIsKept(book: Kept, clock: Pick<Clock, 'after'>, tell: () => void): void {
  let wasKept = book.now().isKept;
  const stop = book.onDidChange(() => (wasKept &&= book.now().isKept));
  clock.after(journalTroubleMs, () => {
    stop();
    if (wasKept && book.now().isKept) tell();
  });
}
