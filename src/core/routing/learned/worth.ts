import type { TargetClass } from '../../model/target.ts';
import { strengthOf } from '../strategies/placing.ts';
import type { RouteFacts } from '../strategies/strategy.ts';
import type { LearnedTally } from './learnedTally.ts';

/** What a kept answer may cost and how long it may take: how much of one kept answer a dollar and a second weigh. */
export interface WorthWeights {
  /** Default 4: an answer that is kept is worth 25 cents. */
  readonly perUsd: number;
  /** Default 0.005: twenty seconds of waiting weigh as much as one answer in ten that is not kept. */
  readonly perSecond: number;
}

export const usualWeights: WorthWeights = { perUsd: 4, perSecond: 0.005 };

/** What a question costs and takes, as far as it can be told. */
export interface Expense {
  readonly costUsd: number | undefined;
  readonly tookMs: number | undefined;
}

/** By what is known of this question; else by the mean of what its answers cost and took. A time of 0 is not known. */
function expenseOf({ costUsd, expectedMs }: RouteFacts, tally: LearnedTally | undefined): Expense {
  return {
    costUsd: isAmount(costUsd) ? costUsd : meanOf(tally?.expense.costUsd, tally?.expense.pricedOf),
    tookMs: isAmount(expectedMs) && expectedMs > 0 ? expectedMs : meanOf(tally?.expense.tookMs, tally?.expense.of),
  };
}

/** What is taken from the worth of an answer. */
export interface Loss {
  /** By its cost; where the price is not known, the most that it likely is. */
  readonly cost: number;
  /** Where the price is not known the least that it likely is, else the same. */
  readonly leastCost: number;
  /** By how long it takes. */
  readonly delay: number;
}

/** What is known of a target for one question. */
export interface Weighed {
  readonly class: TargetClass;
  readonly facts: RouteFacts;
  readonly tally: LearnedTally | undefined;
}

/**
 * What is taken from the worth of each one's answer. Who was never heard from is taken for as slow as the slowest of the others. An
 * unknown price lies within what its class costs, see `boundsOf`: what is not known must win nothing and lose nothing.
 */
export function lossesOf(weighed: readonly Weighed[], weights: WorthWeights): readonly Loss[] {
  const expenses = weighed.map(({ facts, tally }) => expenseOf(facts, tally));
  const slowest = most(expenses.map(({ tookMs }) => tookMs));
  return expenses.map(({ costUsd, tookMs }, at) => {
    const { class: own, facts } = weighed[at] ?? {};
    const isKnown = costUsd !== undefined || own === undefined;
    const [least, atMost] = isKnown ? [costUsd ?? 0, costUsd ?? 0] : boundsOf(own, expenses, weighed);
    // an attempt that fails has taken its time as well, and then another one is asked
    const tries = 1 + shareOf(facts?.failureShare);
    return {
      cost: weights.perUsd * atMost,
      leastCost: weights.perUsd * least,
      delay: (weights.perSecond * tries * (tookMs ?? slowest)) / 1000,
    };
  });
}

/**
 * Between what an unknown price lies, US dollars: the cheapest and the dearest of its class; where none of it has a price, the dearest
 * of the next weaker class that has one, or nothing, and the dearest of the next stronger one, or any price at all. To take it for as
 * dear as the dearest of all cost one in eighty of what the answers are worth (`npm run bench -- routing`, seeds 9001 to 9020 and
 * 301 to 360).
 */
function boundsOf(
  own: TargetClass,
  expenses: readonly Expense[],
  weighed: readonly Weighed[],
): readonly [least: number, most: number] {
  const priced = expenses.flatMap(({ costUsd }, at) => {
    const above = strengthOf(weighed[at]?.class ?? own) - strengthOf(own);
    return costUsd === undefined ? [] : [{ above, costUsd }];
  });
  const costsAt = (above: number): readonly number[] =>
    priced.filter(each => each.above === above).map(({ costUsd }) => costUsd);
  const mates = costsAt(0);
  if (mates.length > 0) return [Math.min(...mates), Math.max(...mates)];
  const below = [-1, -2].map(costsAt).find(costs => costs.length > 0) ?? [];
  const beyond = [1, 2].map(costsAt).find(costs => costs.length > 0) ?? [Infinity];
  return [most(below), most(beyond)];
}

/** Of fewer answers no mean is taken. */
const fewest = 0.5;

const meanOf = (sum = 0, of = 0): number | undefined => (of < fewest ? undefined : sum / of);

const most = (values: readonly (number | undefined)[]): number => Math.max(0, ...values.map(value => value ?? 0));

const isAmount = (value: number | undefined): value is number =>
  value !== undefined && Number.isFinite(value) && value >= 0;

const shareOf = (value: number | undefined): number => (isAmount(value) ? Math.min(1, value) : 0);
