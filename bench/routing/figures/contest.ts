import type { Target } from '../../../src/core/model/target.ts';
import { usualWeights } from '../../../src/core/routing/learned/worth.ts';
import { cheapest } from '../../../src/core/routing/strategies/cheapest.ts';
import { fastest } from '../../../src/core/routing/strategies/fastest.ts';
import { ordered } from '../../../src/core/routing/strategies/ordered.ts';
import { tiered } from '../../../src/core/routing/strategies/tiered.ts';
import { play } from '../play/play.ts';
import { always, oracle } from '../policies/fixed.ts';
import { costBased, latencyBased, leastBusy, simpleShuffle } from '../policies/liteLlm.ts';
import { byLearning, byStrategy, byTiers } from '../policies/ours.ts';
import type { Policy } from '../policies/policy.ts';
import type { World } from '../worlds/world.ts';
import { summaryOf, type Summary } from './summary.ts';

/** What all policies came to in one world. */
export interface WorldContest {
  readonly world: World;
  readonly by: ReadonlyMap<string, Summary>;
}

/** Names of what others are compared with. */
export const strongest = 'always the strongest';
export const bestFixed = 'best fixed target';

/** Plays one world with everybody. */
export function contestIn(world: World): WorldContest {
  const played = (policy: Policy): Summary => summaryOf(world, play(world, policy, usualWeights));
  const fixed = new Map(world.natures.map(({ target }) => [target, played(always(target))]));
  const [best] = [...fixed.values()].toSorted((a, b) => b.worth - a.worth);
  const dearest = fixed.get(dearestOf(world));
  if (!best || !dearest) throw new Error('a world without targets');
  const policies: readonly Policy[] = [
    byStrategy('ordered', ordered),
    byTiers(tiered),
    byStrategy('fastest', fastest),
    byStrategy('cheapest', cheapest),
    byLearning(tiered, usualWeights),
    simpleShuffle(),
    leastBusy(),
    latencyBased(),
    costBased(world),
    oracle(world, usualWeights),
  ];
  const by = new Map(policies.map(policy => [policy.name, played(policy)]));
  return { world, by: by.set(strongest, dearest).set(bestFixed, best) };
}

/** The strongest as a user would guess it: of the strongest class, the one that costs most. */
function dearestOf({ natures }: World): Target {
  const [dearest] = natures
    .filter(({ target }) => target.class === 'complex')
    .toSorted((a, b) => b.price.input - a.price.input);
  if (!dearest) throw new Error('a world without a strong target');
  return dearest.target;
}
