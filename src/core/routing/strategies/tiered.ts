import { byCost, fitFirst, sortedBy, strengthOf } from './placing.ts';
import type { Candidate, Strategy } from './strategy.ts';

/** From this share of failures on, another of the same class goes first. */
const unwell = 0.5;

/**
 * As strong as the question asks for, then what is stronger, the nearest first, then what is weaker. Within a class those that
 * answer reliably go first, and of these the cheaper. Whose answers were kept clearly less than those of the others counts as weaker
 * than its class says.
 */
export const tiered: Strategy = (demand, candidates) => {
  const wanted = strengthOf(demand.class);
  const aboveOf = ({ target, lacking }: Candidate): number =>
    strengthOf(target.class) - (lacking?.classes ?? 0) - wanted;
  const distance = (candidate: Candidate): number => {
    const above = aboveOf(candidate);
    return above >= 0 ? above : 2 - above; // weaker ones come behind the strongest
  };
  const isUnwell = ({ facts }: Candidate): number => (facts.failureShare >= unwell ? 1 : 0);
  const order = sortedBy(candidates, (one, other) => {
    return distance(one) - distance(other) || isUnwell(one) - isUnwell(other) || byCost(one, other);
  });
  const isMissed = candidates.some(({ target, lacking }) => target.class === demand.class && lacking);
  return fitFirst(order, candidate => {
    const { target, lacking } = candidate;
    const above = aboveOf(candidate);
    // who is weaker by its class already is told to be so: its answers are marked
    if (lacking && strengthOf(target.class) >= wanted) return { code: 'kept-less', kept: lacking.kept, of: lacking.of };
    const stronger = isMissed ? 'stands-in' : 'stronger';
    return { code: above === 0 ? 'class' : above > 0 ? stronger : 'weaker', wanted: demand.class };
  });
};
