// What LiteLLM's router does, by its public source (litellm/router_strategy/*.py), written anew as policies. One of its groups holds
// all targets; no weights, rpm or tpm are set. It gives one deployment at a time; here those that it would give after that one
// failed stand behind it, each once, which is kinder than its retries.
import type { Target } from '../../../src/core/model/target.ts';
import type { Candidate } from '../../../src/core/routing/strategies/strategy.ts';
import { costOf, type World } from '../worlds/world.ts';
import type { Occasion, Policy } from './policy.ts';

type Pick = (left: readonly Candidate[], occasion: Occasion) => Candidate | undefined;

/** Picks one, then one of the others, and so on. */
function picking(name: string, pick: Pick, more: Omit<Policy, 'name' | 'order'> = {}): Policy {
  const order = (occasion: Occasion): readonly Target[] => {
    let left = occasion.candidates;
    const picked: Target[] = [];
    while (left.length > 0) {
      const ready = left.filter(({ facts }) => facts.isReady);
      const next = pick(ready.length > 0 ? ready : left, occasion) ?? left[0];
      if (!next) break;
      picked.push(next.target);
      left = left.filter(each => each !== next);
    }
    return picked;
  };
  return { name, order, ...more };
}

const anyOf = <T>(list: readonly T[], chance: () => number): T | undefined => list[Math.floor(chance() * list.length)];

/** simple_shuffle.py: any of them. */
export const simpleShuffle = (): Policy => picking('litellm simple-shuffle', (left, { chance }) => anyOf(left, chance));

/** least_busy.py: the fewest requests in flight; of several the one that was counted first. One user's questions hardly overlap. */
export function leastBusy(): Policy {
  const until = new Map<string, number>();
  return picking(
    'litellm least-busy',
    (left, { asked }) => {
      const inFlight = left.map(({ target }): number => ((until.get(target.id) ?? 0) > asked.at ? 1 : 0));
      return left[inFlight.indexOf(Math.min(...inFlight))];
    },
    { attempted: ({ target, at }) => void until.set(target.id, at) },
  );
}

const mostTimes = 10;
const keptMs = 3_600_000;

/**
 * lowest_latency.py: the mean of up to ten times for each token written; a list that is full has only its last one replaced.
 * Who was not used yet counts as 0 and so goes first; a timeout counts as 1000 s, other failures not at all; all is forgotten an hour after the
 * last answer. No buffer by default: the lowest wins, of equal ones any.
 */
export function latencyBased(): Policy {
  let seconds = new Map<string, readonly number[]>();
  let forgottenAt = 0;
  return picking(
    'litellm latency-based',
    (left, { asked, chance }) => {
      if (asked.at >= forgottenAt) seconds = new Map();
      const means = left.map(({ target }) => {
        const times = seconds.get(target.id) ?? [0];
        return times.reduce((sum, time) => sum + time, 0) / times.length;
      });
      const lowest = Math.min(...means);
      return anyOf(
        left.filter((_, at) => means[at] === lowest),
        chance,
      );
    },
    {
      attempted: ({ target, went, tookMs, answerTokens, at }) => {
        if (went === 'failed') return;
        if (at >= forgottenAt) seconds = new Map();
        const time = went === 'timed-out' ? 1000 : tookMs / 1000 / answerTokens;
        seconds.set(target.id, [...(seconds.get(target.id) ?? []).slice(0, mostTimes - 1), time]);
        forgottenAt = at + keptMs;
      },
    },
  );
}

/** lowest_cost.py: the lowest sum of both prices for a token; who has no price counts as 5 + 5 dollars a token. */
export const costBased = (world: World): Policy =>
  picking('litellm cost-based', (left, { asked }) => {
    const sums = left.map(({ target }) => {
      const nature = world.natures.find(each => each.target.id === target.id);
      return nature === undefined || nature.isUnpriced ? 10 : costOf(nature, asked.at);
    });
    return left[sums.indexOf(Math.min(...sums))];
  });
