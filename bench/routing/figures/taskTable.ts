import type { Task } from '../../../src/core/model/purpose.ts';
import type { TargetClass } from '../../../src/core/model/target.ts';
import { keptChance, type World } from '../worlds/world.ts';
import { kinds } from '../worlds/questions.ts';
import { aligned } from './aligned.ts';
import { strongest, type WorldContest } from './contest.ts';
import { of } from './of.ts';

const classes: readonly TargetClass[] = ['simple', 'medium', 'complex'];

/**
 * By task: whose answers are kept, how many are under tiered and under the strongest, what both cost, and the break-even: what a kept
 * answer would have to be worth for the strongest to pay.
 */
export function taskTable(contests: readonly WorldContest[]): readonly string[] {
  const heads = [
    'kept % by task',
    ...classes,
    'tiered',
    'learned',
    'strongest',
    '$ a 1000: tiered',
    'strongest',
    'break-even $',
  ];
  const rows = kinds.map(({ task }) => {
    const shares = classes.map(each => mean(contests.map(({ world }) => keptBy(world, task, each))));
    const told = (name: string, what: 'kept' | 'costUsd'): number =>
      mean(contests.map(contest => of(contest, name).tasks.get(task)?.[what] ?? 0));
    const kept = ['tiered', 'learned', strongest].map(name => told(name, 'kept'));
    const [ours, dear] = [told('tiered', 'costUsd'), told(strongest, 'costUsd')];
    const more = told(strongest, 'kept') - told('tiered', 'kept');
    const breakEven = more > 0 ? ((dear - ours) / 1000 / more).toFixed(2) : 'never pays';
    return [
      task,
      ...[...shares, ...kept].map(share => (100 * share).toFixed(1)),
      ours.toFixed(1),
      dear.toFixed(1),
      breakEven,
    ];
  });
  return aligned([heads, ...rows]);
}

/** How likely an answer of this class is kept at this task, over the whole three months. */
function keptBy(world: World, task: Task, strength: TargetClass): number {
  const natures = world.natures.filter(({ target }) => target.class === strength);
  const asked = world.questions.filter(each => each.task === task);
  return mean(natures.flatMap(nature => asked.map(each => keptChance(world, nature, each))));
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
