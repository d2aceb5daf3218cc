import type { DaySum, Slots } from './daySums.ts';
import { sumOf } from './daySums.ts';
import type { LocalDay } from '../../platform/localDays.ts';

/** More than the charts of all ranges have stretches. */
const mostKept = 2_000;

interface Kept {
  /** How many slots and questions it is made of: a slot only grows, so with the same of both it says the same. */
  readonly slots: number;
  readonly questions: number;
  readonly sum: DaySum;
}

/**
 * Sums of slots by stretches of time. What has not changed is summed up once: a month has thousands of slots, and while
 * somebody watches, one of them grows.
 */
export class SlotSums {
  readonly #kept = new Map<string, Kept>();

  /** The sums of stretches that follow each other; what lies in none of them is left out. */
  of(slots: Slots, stretches: readonly LocalDay[]): readonly DaySum[] {
    if (this.#kept.size > mostKept) this.#kept.clear();
    let next = 0;
    return stretches.map(stretch => {
      while (next < slots.length && beganAt(slots, next) < stretch.at) next += 1;
      const first = next;
      while (next < slots.length && beganAt(slots, next) < stretch.to) next += 1;
      return this.#sum(stretch, slots.slice(first, next));
    });
  }

  #sum({ at, to }: LocalDay, slots: Slots): DaySum {
    const key = `${at} ${to}`;
    const kept = this.#kept.get(key);
    const questions = slots.reduce((sum, [, { all }]) => sum + all.questions, 0);
    if (kept?.slots === slots.length && kept.questions === questions) return kept.sum;
    const sum = sumOf(at, slots);
    this.#kept.set(key, { slots: slots.length, questions, sum });
    return sum;
  }
}

const beganAt = (slots: Slots, at: number): number => slots[at]?.[0] ?? Infinity;
