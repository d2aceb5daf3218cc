import type { Task } from '../../../src/core/model/purpose.ts';
import type { Price, TargetClass } from '../../../src/core/model/target.ts';
import { targetOf } from '../../../test/support/scripted.ts';
import { Draws } from './draws.ts';
import { askedInThreeMonths, kinds } from './questions.ts';
import { dayMs, hourMs, strengthOf, worldDays, type Nature, type World } from './world.ts';

/** What vendors ask for a million tokens, and how long their models take. */
const ranges: Readonly<Record<TargetClass, { input: readonly [number, number]; usualMs: readonly [number, number] }>> =
  {
    simple: { input: [0.1, 1], usualMs: [1_500, 5_000] },
    medium: { input: [1.5, 3.5], usualMs: [4_000, 10_000] },
    complex: { input: [5, 15], usualMs: [8_000, 22_000] },
  };
/** Tokens that are written cost so many times what those cost that are read. */
const outputFactor = 5;

/** A world that this number alone decides: four to seven targets, one of each class at least, and three months of questions. */
export function worldOf(seed: number): World {
  const draws = new Draws(seed);
  const classes = classesOf(draws);
  const [changed, improved, repriced, unpriced] = [0, 0, 0, 0].map(() => draws.whole(0, classes.length - 1));
  const natures = classes.map((strength, number) =>
    natureOf({
      strength,
      number,
      draws,
      // at night, somewhere in the middle third and the last one
      change:
        number === changed
          ? { at: draws.whole(30, 60) * dayMs, logits: -draws.between(0.8, 2) }
          : number === improved
            ? { at: draws.whole(30, 75) * dayMs, logits: draws.between(0.3, 1) }
            : undefined,
      repriced:
        number === repriced ? { at: draws.whole(20, 70) * dayMs, factor: draws.next() < 0.5 ? 0.5 : 1.5 } : undefined,
      isUnpriced: number === unpriced && draws.next() < 0.5,
    }),
  );
  const ease = effectsByTask(draws, 0.4);
  return { seed, natures, ease, questions: askedInThreeMonths(draws) };
}

function classesOf(draws: Draws): readonly TargetClass[] {
  const all: readonly TargetClass[] = ['simple', 'medium', 'complex'];
  const more = Array.from({ length: draws.whole(1, 4) }, () => all[draws.whole(0, 2)] ?? 'medium');
  const order = [...all, ...more].map(each => ({ each, by: draws.next() }));
  return order.toSorted((a, b) => a.by - b.by).map(({ each }) => each);
}

interface Drawn extends Pick<Nature, 'change' | 'repriced' | 'isUnpriced'> {
  readonly strength: TargetClass;
  readonly number: number;
  readonly draws: Draws;
}

function natureOf({ strength, number, draws, ...more }: Drawn): Nature {
  const { input, usualMs } = ranges[strength];
  const asked = draws.between(...input);
  const price: Price = { input: asked, output: outputFactor * asked };
  return {
    target: targetOf(`${strength}-${number}`, { class: strength }),
    price,
    strength: strengthOf[strength] + draws.normal(0, 0.1),
    bent: effectsByTask(draws, 0.45),
    usualMs: draws.between(...usualMs),
    slowness: slownessOf(draws),
    outages: outagesOf(draws),
    ...more,
  };
}

const effectsByTask = (draws: Draws, deviation: number): ReadonlyMap<Task, number> =>
  new Map(kinds.map(({ task }) => [task, draws.normal(0, deviation)]));

/** By the hour: a drift over days, the rush of the afternoon, and now and then some hours that are three times as slow. */
function slownessOf(draws: Draws): Float64Array {
  const slowness = new Float64Array(worldDays * 24);
  let [drift, slowUntil, slowAt] = [0, -1, draws.wait(5 * 24)];
  for (let hour = 0; hour < slowness.length; hour += 1) {
    drift = 0.985 * drift + draws.normal(0, 0.07);
    if (hour >= slowAt) [slowUntil, slowAt] = [hour + draws.wait(5), hour + draws.wait(5 * 24)];
    const rush = hour % 24 >= 14 && hour % 24 < 18 ? 1.3 : 1;
    slowness[hour] = Math.exp(drift) * rush * (hour < slowUntil ? 3 : 1);
  }
  return slowness;
}

/** Every ten days on average, an hour and a half long on average. */
function outagesOf(draws: Draws): Nature['outages'] {
  const outages: { from: number; to: number }[] = [];
  for (let at = draws.wait(10 * dayMs); at < worldDays * dayMs; at += draws.wait(10 * dayMs))
    outages.push({ from: at, to: at + draws.wait(1.5 * hourMs) });
  return outages;
}
