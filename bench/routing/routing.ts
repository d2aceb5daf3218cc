import type { Figures } from '../harness/bench.ts';
import { inTurn } from '../harness/inTurn.ts';
import { contestIn, type WorldContest } from './figures/contest.ts';
import { routingGoals } from './figures/goals.ts';
import { policyTable } from './figures/policyTable.ts';
import { taskTable } from './figures/taskTable.ts';
import { worldOf } from './worlds/worldOf.ts';
import { decisionTime } from './decisionTime.ts';

/**
 * The worlds that are told of: they were looked at once, after all rules and numbers stood. These were chosen in those of the seeds
 * 9001 to 9020 and 301 to 360; 101 to 120 were told of before, and looked at meanwhile (bench/README.md has both).
 */
const seeds = Array.from({ length: 20 }, (_, at) => 2001 + at);

/** Whom to ask: our strategies beside fixed choices and LiteLLM's rules, and how long one decision takes. */
export const routing = (): Promise<Figures> =>
  inTurn({ inWorlds: () => Promise.resolve(inWorlds()), decisionTime: () => Promise.resolve(decisionTime()) });

function inWorlds(): Figures {
  const contests = seeds.map((seed): WorldContest => contestIn(worldOf(seed)));
  const count = contests.reduce((sum, { world }) => sum + world.questions.length, 0);
  return {
    preface: [
      `${seeds.length} worlds of three months, seeds ${seeds[0]} to ${seeds.at(-1)}, ${count} questions; tuned with seeds 9001 to 9020 and 301 to 360.`,
      'Worth: kept, less 4 points a cent and half a point a second. Median / worst world. Kept is its chance, so it holds no luck.',
      '',
      ...policyTable(contests),
      '',
      'What each task takes, by the worlds’ own numbers, mean of all worlds:',
      ...taskTable(contests),
    ],
    ...routingGoals(contests),
  };
}
