import { betterBy, type Valued } from './ranked.ts';

/** At most so many questions of those that may go first to somebody of whom more is to be learnt. */
const mostProbes = 0.08;

/** So much of the worth of an answer may be lost by it, on average over all questions, as far as it can be told. */
const mostLoss = 0.006;

/** By how many standard deviations somebody may be better than expected to be asked for it. */
const hope = 0.8;

/**
 * Whom to ask first this once, because it may be worth more than the first one, though it is not expected to; undefined: nobody. Of
 * several, by chance, the more hope the more often, so that not all windows turn to the same. It is one that can be asked now.
 */
export function challengerOf(order: readonly Valued[], chance: () => number): Valued | undefined {
  const leader = order.find(({ candidate }) => candidate.facts.isReady);
  if (!leader) return undefined;
  const others = order.filter(one => one !== leader && one.candidate.facts.isReady);
  const hopes = others.map(one => Math.max(0, betterBy(one, leader) + hope * one.deviation));
  const drawn = chance();
  const challenger = others[drawnFrom(hopes, chance())];
  if (!challenger) return undefined;
  const loss = Math.max(0, -betterBy(challenger, leader));
  return drawn < Math.min(mostProbes, mostLoss / loss) ? challenger : undefined;
}

/** A place by chance, by the weights; -1: all are 0. */
function drawnFrom(weights: readonly number[], chance: number): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return -1;
  let left = chance * total;
  const at = weights.findIndex(weight => (left -= weight) < 0);
  return at < 0 ? weights.findLastIndex(weight => weight > 0) : at;
}
