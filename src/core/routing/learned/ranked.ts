import type { PlaceReason } from '../../model/note.ts';
import type { Candidate } from '../strategies/strategy.ts';

/** A candidate with what an answer of it is worth for one question. */
export interface Valued {
  readonly candidate: Candidate;
  /** Why the tiered order has it where it has it. */
  readonly because: PlaceReason;
  /** Chance that its answer is kept, less how long it takes. */
  readonly gain: number;
  /** What it costs, in the same measure; where the price is not known, the most that it likely is. */
  readonly cost: number;
  /** Where the price is not known the least that it likely is, else the same. */
  readonly leastCost: number;
  /** How far that may be wrong: one standard deviation. */
  readonly deviation: number;
  /** How many of its answers were seen, at whatever task. */
  readonly seen: number;
}

/** By how many standard deviations of their difference one must be worth more to come before one that stands before it. */
const caution = 0.25;

/** Of whom fewer answers were seen, it goes before nobody: what is only believed moves nothing. */
const fewestSeen = 6;

/** Worth so little more is worth the same: then the tiered order stays. */
const alike = 0.005;

/** In the tiered order as long as nothing speaks clearly against it: who is clearly worth more goes first, then the same among the rest. */
export function ranked(tiered: readonly Valued[]): readonly Valued[] {
  const left = [...tiered];
  const order: Valued[] = [];
  while (left.length > 0) {
    const at = firstOf(left);
    order.push(...left.splice(at, 1));
  }
  return order;
}

/** Which one comes first: the one that the tiered order has there, or the one that speaks most clearly against it. */
function firstOf(left: readonly Valued[]): number {
  const [first] = left;
  if (!first) return 0;
  let [best, most] = [0, 0];
  for (const [at, one] of left.entries()) {
    const more = betterBy(one, first) - caution * Math.sqrt(one.deviation ** 2 + first.deviation ** 2) - alike;
    if (at > 0 && one.seen >= fewestSeen && more > most) [best, most] = [at, more];
  }
  return best;
}

/**
 * By how much one is worth more than one that stands before it. Where a price is not known, the one that stands before has the least
 * that it may be and the other one the most: what is only guessed neither wins a place nor loses one.
 */
export const betterBy = (one: Valued, before: Valued): number => one.gain - before.gain - one.cost + before.leastCost;
