import type { LearnedOutcome } from './learnedOutcome.ts';
import { fadingAfter, LearnedTally, type Fading } from './learnedTally.ts';

/** More targets than anybody has in a chain; of more, the one that was heard from least is forgotten. */
export const mostTargets = 64;

/** No more than this fades at once, so that a clock that was wrong for a moment does not wipe out everything. */
const mostFadedMs = 60 * 86_400_000;

/** What was seen of each target, as of one moment. */
export class TallyBook {
  readonly tallies = new Map<string, LearnedTally>();
  #additions = 0;
  /** Wall-clock ms as of which the sums stand; undefined: nothing was learnt yet. */
  #asOf: number | undefined;

  /** Grows with each answer. */
  get additions(): number {
    return this.#additions;
  }

  /**
   * Adds one answer. Each counts by its age alone, so the order in which answers come makes no difference, within 60 days. One that
   * claims to come from the future counts as one of now.
   */
  add(outcome: LearnedOutcome, now: number): void {
    this.#standAsOf(now);
    this.#additions += 1;
    this.#tallyOf(outcome.target).add(outcome, fadingAfter(Math.max(0, now - outcome.at)));
  }

  /** How much of the sums is left by now. */
  fadingBy(now: number): Fading {
    return fadingAfter(Math.min(mostFadedMs, Math.max(0, now - (this.#asOf ?? now))));
  }

  #standAsOf(now: number): void {
    const fading = this.fadingBy(now);
    this.#asOf = now; // also when the clock was put back: nothing fades twice, and what is new counts
    if (fading.long === 1) return;
    for (const tally of this.tallies.values()) tally.fade(fading);
  }

  #tallyOf(target: string): LearnedTally {
    const known = this.tallies.get(target);
    if (known) return known;
    if (this.tallies.size >= mostTargets) this.#forgetOne();
    const tally = new LearnedTally();
    this.tallies.set(target, tally);
    return tally;
  }

  #forgetOne(): void {
    const [least] = [...this.tallies].toSorted(([idOne, one], [idOther, other]) =>
      one.expense.of === other.expense.of ? (idOne < idOther ? -1 : 1) : one.expense.of - other.expense.of,
    );
    if (least) this.tallies.delete(least[0]);
  }
}
