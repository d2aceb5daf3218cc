import { Learner } from '../../../src/core/routing/learned/learner.ts';
import type { WorthWeights } from '../../../src/core/routing/learned/worth.ts';
import type { Strategy } from '../../../src/core/routing/strategies/strategy.ts';
import { wallOf } from '../worlds/world.ts';
import type { Policy } from './policy.ts';

/** A strategy of the extension as it is. */
export const byStrategy = (name: string, strategy: Strategy): Policy => ({
  name,
  order: ({ demand, candidates, chance }) => strategy(demand, candidates, chance).map(({ target }) => target),
});

/** The tiered strategy of the extension as it is, which hears of kept answers from the learner. */
export function byTiers(tiered: Strategy): Policy {
  let now = 0;
  const learner = new Learner({ tiered, wall: () => now });
  return {
    name: 'tiered',
    order: ({ asked, demand, candidates, chance }) => {
      now = wallOf(asked.at);
      return tiered(demand, learner.regarded(candidates), chance).map(({ target }) => target);
    },
    told: outcome => learner.learn(outcome),
  };
}

/** The learner of the extension as it is. */
export function byLearning(tiered: Strategy, weights: WorthWeights): Policy {
  let now = 0;
  const learner = new Learner({ tiered, weights, wall: () => now });
  return {
    name: 'learned',
    order: ({ asked, demand, candidates, chance }) => {
      now = wallOf(asked.at);
      return learner.order(demand, candidates, { chance, mayExplore: true }).map(({ target }) => target);
    },
    told: outcome => learner.learn(outcome),
  };
}
