import type { Strategy } from './strategy.ts';
import { cheapest } from './cheapest.ts';
import { fastest } from './fastest.ts';
import { ordered } from './ordered.ts';

/** Strategies that look at what this machine has seen of kept answers, so they are made elsewhere. */
export interface LearningStrategies {
  readonly tiered: Strategy;
  readonly learned: Strategy;
}

/** Every strategy by the name it has in the settings. */
export const strategiesWith = ({ tiered, learned }: LearningStrategies) =>
  ({ ordered, tiered, fastest, cheapest, learned }) as const satisfies Readonly<Record<string, Strategy>>;

/** The name of a strategy in the settings. */
export type StrategyName = keyof ReturnType<typeof strategiesWith>;

/** All of them, in the order in which they are offered. */
export const strategyNames: readonly StrategyName[] = ['ordered', 'tiered', 'fastest', 'cheapest', 'learned'];
