import { Learner } from '../../src/core/routing/learned/learner.ts';
import { learnedTasks } from '../../src/core/routing/learned/learnedOutcome.ts';
import { cheapest } from '../../src/core/routing/strategies/cheapest.ts';
import { fastest } from '../../src/core/routing/strategies/fastest.ts';
import { tiered } from '../../src/core/routing/strategies/tiered.ts';
import type { Candidate, Demand, Strategy } from '../../src/core/routing/strategies/strategy.ts';
import { targetOf } from '../../test/support/scripted.ts';
import { chanceOf } from '../chaos/server/chance.ts';
import type { Figures } from '../harness/bench.ts';
import { median } from '../harness/statistics.ts';

const targets = 20;
const rounds = 40;
const inARound = 500;

/** How long one decision takes with twenty targets, of all of which something was seen at every task. */
export function decisionTime(): Figures {
  const candidates = candidatesOf();
  const learner = filledLearner(candidates);
  const [wall, options] = [1_780_000_000_000, { chance: () => 0.5, mayExplore: true }];
  let told = wall;
  const outcome = { task: 'edit', score: 0.5, target: 'target-3', kept: true, costUsd: 0.01, tookMs: 3000 } as const;
  const learned = measured(demand => learner.order(demand, candidates, options));
  const learning = measured(() => learner.learn({ ...outcome, at: (told += 1) }));
  const byTiers: Strategy = (demand, each, chance) => tiered(demand, learner.regarded(each), chance);
  const others = { tiered: byTiers, fastest, cheapest };
  const times = {
    ...Object.fromEntries(
      Object.entries(others).map(([name, strategy]) => [
        `one decision, ${name}`,
        measured(each => strategy(each, candidates, () => 0.5)),
      ]),
    ),
    'one decision, learned': learned,
    'one answer learnt': learning,
  };
  return {
    rows: [
      ...Object.entries(times).map(([measure, time]) => ({
        measure,
        steadfast: `${time.least.toFixed(1)} µs`,
        remark: `${targets} targets; quickest of ${rounds} rounds, the median one ${time.median.toFixed(1)} µs`,
      })),
    ],
    goals: [{ name: 'one decision, learned, 20 targets', value: learned.least, limit: 50, unit: 'µs' }],
  };
}

const candidatesOf = (): readonly Candidate[] =>
  Array.from({ length: targets }, (_, at) => ({
    target: targetOf(`target-${at}`, { class: (['simple', 'medium', 'complex'] as const)[at % 3] ?? 'medium' }),
    facts: {
      isReady: at % 7 > 0,
      fits: at % 9 > 0,
      costUsd: 0.001 * at,
      expectedMs: 900 * at,
      latestMs: 900 * at,
      isStale: false,
      failureShare: 0.01 * at,
    },
  }));

function filledLearner(candidates: readonly Candidate[]): Learner {
  const at = 1_780_000_000_000;
  const learner = new Learner({ tiered, wall: () => at });
  for (let each = 0; each < 20_000; each += 1)
    learner.learn({
      task: learnedTasks[each % learnedTasks.length],
      score: chanceOf(each, 1),
      target: candidates[Math.floor(targets * chanceOf(each, 2))]?.target.id ?? '',
      kept: chanceOf(each, 3) < 0.7,
      costUsd: 0.01,
      tookMs: 3000,
      at: at - 1e6 * each,
    });
  return learner;
}

/** How long one takes, µs: of the quickest round, because others take their share of the machine in most of them, and of the median one. */
function measured(decide: (demand: Demand) => unknown): { readonly least: number; readonly median: number } {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now();
    for (let each = 0; each < inARound; each += 1)
      decide({
        task: learnedTasks[each % learnedTasks.length],
        score: (each % 10) / 10,
        class: 'medium',
        promptTokens: 3000,
        answerTokens: 400,
      });
    times.push((1000 * (performance.now() - startedAt)) / inARound);
  }
  return { least: Math.min(...times), median: median(times) };
}
