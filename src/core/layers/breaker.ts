// Over 200 lines with its comments: the circuit and the layer that asks through it are read together.

import type { Ask, Layer } from '../model/layer.ts';
import { Failure } from '../model/failure.ts';
import type { CircuitBreaker } from '../resilience/circuitBreaker.ts';

/** What a circuit's layer needs of the rest of the house. */
export interface BreakerHelp {
  /** Says nothing about the target, though it is a failure. Default: none. */
  readonly excused?: (failure: Failure) => boolean;
  /**
   * Lets one window of all try again: what gives the place back when the try proved nothing, or undefined: another tries.
   * Rejects when the signal aborts. Default: this one may.
   */
  readonly claim?: (signal: AbortSignal) => Promise<(() => void) | undefined>;
}

/** Asks only while the circuit lets it, and tells the circuit how each attempt went, by the rules of its failure. */
export const breaker =
  (circuit: CircuitBreaker, target: string, { excused = () => false, claim }: BreakerHelp = {}): Layer =>
  (next: Ask): Ask => {
    const ask: Ask = async question => {
      const permit = circuit.enter();
      if (!permit) throw new Failure('circuit-open', { target, sent: 'no' });
      let release: (() => void) | undefined;
      try {
        if (permit.isProbe && claim) {
          release = await claim(question.signal);
          if (!release) throw new Failure('circuit-open', { target, sent: 'no' }); // who probes will tell
          if (!permit.isValid()) return (release(), await ask(question)); // another window has told meanwhile
        }
        const answer = await next(question);
        permit.succeed();
        return answer;
      } catch (error) {
        const weight =
          error instanceof Failure && error.details.code !== 'hurried' && !excused(error) ? error.rules.trips : 0;
        permit.fail(weight);
        if (weight === 0) release?.();
        throw error;
      }
    };
    return ask;
  };
