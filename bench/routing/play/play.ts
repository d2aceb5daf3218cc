import type { WorthWeights } from '../../../src/core/routing/learned/worth.ts';
import type { LearnedOutcome } from '../../../src/core/routing/learned/learnedOutcome.ts';
import type { Demand } from '../../../src/core/routing/strategies/strategy.ts';
import { classFor, defaultThresholds } from '../../../src/core/routing/complexity.ts';
import { chanceOf } from '../../chaos/server/chance.ts';
import type { Occasion, Policy } from '../policies/policy.ts';
import type { Asked } from '../worlds/questions.ts';
import { costUsd, keptChance, wallOf, type Nature, type World } from '../worlds/world.ts';
import { attemptFateOf } from './attemptFate.ts';
import { Memory } from './memory.ts';

/** What became of each question, in order. */
export interface PlayedWorld {
  /** Who answered; undefined: nobody. */
  readonly from: readonly (Nature | undefined)[];
  /** Chance that the answer was kept: what is compared is not luck. */
  readonly kept: Float64Array;
  readonly costUsd: Float64Array;
  /** From asking to the answer, what failed before it included. */
  readonly tookMs: Float64Array;
  /** `kept`, less cost and time by the user's weights. */
  readonly worth: Float64Array;
}

const toldAfterMs = 600_000;

/** Plays a policy in a world from the first question to the last. */
export function play(world: World, policy: Policy, weights: WorthWeights): PlayedWorld {
  const count = world.questions.length;
  const sums = () => new Float64Array(count);
  const played = { from: [] as (Nature | undefined)[], kept: sums(), costUsd: sums(), tookMs: sums(), worth: sums() };
  const memories = new Map(world.natures.map(nature => [nature.target.id, new Memory(nature)]));
  const untold: Untold[] = [];
  for (const asked of world.questions) {
    tellWhatIsDue(untold, policy, asked.at);
    const answer = ask({ world, policy, memories, asked });
    const { number } = asked;
    played.from.push(answer.nature);
    played.kept[number] = answer.nature ? keptChance(world, answer.nature, asked) : 0;
    played.costUsd[number] = answer.costUsd;
    played.tookMs[number] = answer.tookMs;
    played.worth[number] =
      (played.kept[number] ?? 0) - weights.perUsd * answer.costUsd - (weights.perSecond * answer.tookMs) / 1000;
    if (answer.outcome) untold.push({ at: asked.at + toldAfterMs, outcome: answer.outcome });
  }
  return played;
}

interface Untold {
  readonly at: number;
  readonly outcome: LearnedOutcome;
}

function tellWhatIsDue(untold: Untold[], policy: Policy, now: number): void {
  const due = untold.findIndex(({ at }) => at > now);
  for (const { outcome } of untold.splice(0, due < 0 ? untold.length : due)) policy.told?.(outcome);
}

interface Round {
  readonly world: World;
  readonly policy: Policy;
  readonly memories: ReadonlyMap<string, Memory>;
  readonly asked: Asked;
}

interface Answered {
  readonly nature: Nature | undefined;
  readonly costUsd: number;
  readonly tookMs: number;
  readonly outcome: LearnedOutcome | undefined;
}

/** Goes down the order until somebody answers; who rests is passed over, unless all rest. */
function ask({ world, policy, memories, asked }: Round): Answered {
  const order = policy.order(occasionOf({ world, policy, memories, asked }));
  const ready = order.filter(({ id }) => memories.get(id)?.facts(asked).isReady);
  let tookMs = 0;
  for (const { id } of ready.length > 0 ? ready : order) {
    const nature = world.natures.find(({ target }) => target.id === id);
    if (!nature) throw new Error(`${policy.name} asks ${id}, which is nobody`);
    const fate = attemptFateOf(world, nature, asked);
    tookMs += fate.tookMs;
    const at = asked.at + tookMs;
    memories.get(id)?.learn(fate, at);
    policy.attempted?.({ target: nature.target, ...fate, at });
    if (fate.went !== 'answered') continue;
    const cost = costUsd(nature, asked, fate.answerTokens);
    const kept = fate.luck < keptChance(world, nature, asked);
    const outcome: LearnedOutcome = {
      task: asked.task,
      score: asked.score,
      target: id,
      kept,
      costUsd: nature.isUnpriced ? undefined : cost,
      tookMs: fate.tookMs,
      at: wallOf(at),
    };
    return { nature, costUsd: cost, tookMs, outcome };
  }
  return { nature: undefined, costUsd: 0, tookMs, outcome: undefined };
}

function occasionOf({ world, memories, asked }: Round): Occasion {
  const { task, score, promptTokens, answerTokens, number } = asked;
  const demand: Demand = { task, score, class: classFor(score, defaultThresholds), promptTokens, answerTokens };
  let drawn = 0;
  return {
    asked,
    demand,
    candidates: world.natures.map(({ target }) => {
      const memory = memories.get(target.id);
      if (!memory) throw new Error(`${target.id} is not remembered`);
      return { target, facts: memory.facts(asked) };
    }),
    chance: () => chanceOf(world.seed, number, 1_000, (drawn += 1)),
  };
}
