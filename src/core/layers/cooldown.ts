import type { Layer } from '../model/layer.ts';
import { Failure } from '../model/failure.ts';
import type { Clock } from '../model/clock.ts';
import type { Target } from '../model/target.ts';
import type { Cooldowns } from '../resilience/cooldowns.ts';

/** Tells the cooldowns how each attempt at a target ended. Whether one holds is looked up by `fallback`. */
export const cooldown =
  (clock: Clock, all: Cooldowns, target: Target): Layer =>
  next =>
  async question => {
    const askedAt = clock.now();
    try {
      const answer = await next(question);
      all.forgive(target, askedAt);
      return answer;
    } catch (error) {
      if (error instanceof Failure) all.learn(target, error);
      throw error;
    }
  };
