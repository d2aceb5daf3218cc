import type { Ask, Layer } from '../model/layer.ts';
import { Failure } from '../model/failure.ts';
import type { Question } from '../model/question.ts';
import type { CircuitBreaker } from '../resilience/circuitBreaker.ts';

/** What the layer needs besides its circuit. */
export interface BreakerHelp {
  /** Failures that say nothing about the target, such as a missing network. Default: none. */
  readonly excused?: (failure: Failure) => boolean;
  /**
   * Asks for the right to be the one window that tries again: the function that gives the right back when the try proved
   * nothing; undefined: another window tries. Rejects when the signal aborts. Default: this window may.
   */
  readonly claim?: (signal: AbortSignal) => Promise<(() => void) | undefined>;
}

/**
 * Asks only while the circuit lets it, and tells the circuit how each question went, by the rules of its failure: what a
 * retry made good is no failure. A question that only tries a failing target again is not retried.
 */
export const breaker =
  (circuit: CircuitBreaker, target: string, { excused = () => false, claim }: BreakerHelp = {}): Layer =>
  (next: Ask): Ask => {
    const ask: Ask = async question => {
      const permit = circuit.enter();
      if (!permit) throw new Failure('circuit-open', { target, sent: 'no' });
      let release: (() => void) | undefined;
      let hasBegun = false;
      try {
        if (permit.isProbe && claim) {
          release = await claim(question.signal);
          if (!release) throw new Failure('circuit-open', { target, sent: 'no' }); // the window that probes reports the result
          if (!permit.isValid()) return (release(), await ask(question)); // another window has changed the state meanwhile
        }
        const answer = await next(permit.isProbe ? tried(question, () => (hasBegun = true)) : question);
        permit.succeed();
        return answer;
      } catch (error) {
        if (hasBegun && isLost(error)) throw (permit.succeed(), error);
        const weight = error instanceof Failure ? weightOf(error, excused) : 0;
        permit.fail(weight);
        if (weight === 0) release?.();
        throw error;
      }
    };
    return ask;
  };

/** The question as one that only tries the target; `begun`: it writes or thinks. */
const tried = (question: Question, begun: () => void): Question => ({
  ...question,
  onFlow: change => {
    begun();
    question.onFlow?.(change);
  },
});

/** It was only stopped because another one was sooner. */
const isLost = (error: unknown): boolean =>
  error instanceof Failure && error.kind === 'cancelled' && error.details.code === 'hedge';

/** The heaviest of a question's failures at this target; a question that the user stopped proves nothing. */
function weightOf(failure: Failure, excused: (failure: Failure) => boolean): number {
  if (failure.kind === 'cancelled') return 0;
  const counted = [failure, ...(failure.details.before ?? [])].filter(
    each => each.details.code !== 'hurried' && !excused(each),
  );
  return Math.max(0, ...counted.map(each => each.rules.trips));
}
