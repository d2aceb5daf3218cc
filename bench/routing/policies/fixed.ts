import type { Target } from '../../../src/core/model/target.ts';
import { costUsd, isOut, keptChance, usualMsAt, type World } from '../worlds/world.ts';
import type { WorthWeights } from '../../../src/core/routing/learned/worth.ts';
import type { Policy } from './policy.ts';

/** One target for everything, the others behind it as the chain has them. */
export const always = (first: Target): Policy => ({
  name: `always ${first.id}`,
  order: ({ candidates }) => [
    first,
    ...candidates.map(({ target }) => target).filter(target => target.id !== first.id),
  ],
});

/** Who knows what everybody is like today, who is out, and what is usual there now: nobody can do better, except by luck. */
export const oracle = (world: World, weights: WorthWeights): Policy => ({
  name: 'oracle',
  order: ({ asked }) => {
    const worth = world.natures.map(nature => {
      const cost = weights.perUsd * costUsd(nature, asked, asked.answerTokens);
      const delay = (weights.perSecond * usualMsAt(nature, asked.at, asked.answerTokens)) / 1000;
      return {
        target: nature.target,
        worth: (isOut(nature, asked.at) ? -9 : 0) + keptChance(world, nature, asked) - cost - delay,
      };
    });
    return worth.toSorted((a, b) => b.worth - a.worth).map(({ target }) => target);
  },
});
