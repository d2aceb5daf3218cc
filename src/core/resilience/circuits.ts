import { Emitter } from '../shared/emitter.ts';
import type { Clock } from '../model/clock.ts';
import { Connectivity } from './connectivity.ts';
import { RetryBudget } from './retryBudget.ts';
import type { Target } from '../model/target.ts';
import { CircuitBreaker, type BreakerOptions } from './circuitBreaker.ts';
import { Cooldowns } from './cooldowns.ts';

/** Every circuit and cooldown of this window. Outlives the client, which is made anew when settings change. */
export class Circuits {
  readonly cooldowns: Cooldowns;
  readonly #clock: Clock;
  readonly #options: () => BreakerOptions;
  readonly #breakers = new Map<string, CircuitBreaker>();
  readonly #retryBudgets = new Map<string, RetryBudget>();
  readonly #changed = new Emitter();
  readonly #transitions = new Emitter<string, CircuitBreaker>();

  constructor(clock: Clock, options: () => BreakerOptions, hasInterface?: () => boolean) {
    this.#clock = clock;
    this.#options = options;
    this.cooldowns = new Cooldowns(clock, new Connectivity(clock, hasInterface));
    this.cooldowns.onDidChange(() => this.#changed.fire());
  }

  /** The circuit of provider + address + model; the same one for as long as the window lives. */
  of(target: Target): CircuitBreaker {
    return this.at(circuitKey(target));
  }

  /** The circuit under a key that `circuitKey` made, here or in another window. */
  at(key: string): CircuitBreaker {
    const known = this.#breakers.get(key);
    if (known) return known;
    const breaker = new CircuitBreaker(this.#clock, this.#options);
    breaker.onDidChange(isOwn => {
      if (isOwn) this.#transitions.fire(key, breaker);
      this.#changed.fire();
    });
    this.#breakers.set(key, breaker);
    return breaker;
  }

  /** How many retries this target may still get. */
  retryBudgetOf(target: Target): RetryBudget {
    const key = circuitKey(target);
    const known = this.#retryBudgets.get(key);
    if (known) return known;
    const budget = new RetryBudget();
    this.#retryBudgets.set(key, budget);
    return budget;
  }

  /** Would it be asked now? */
  admits(target: Target): boolean {
    return this.of(target).admits && this.cooldowns.of(target) === undefined;
  }

  /** What is asked before this target is asked again; a question that tries whether it has recovered never is. */
  retriesAt(target: Target): { readonly budget: RetryBudget; readonly isResting: () => boolean } {
    const circuit = this.of(target);
    return { budget: this.retryBudgetOf(target), isResting: () => circuit.state.is !== 'closed' };
  }

  /** The user wants this target asked again: circuit closed, cooldowns ended. */
  reset(target: Target): void {
    this.cooldowns.open(target);
    this.of(target).reset();
    this.retryBudgetOf(target).refill();
  }

  /** Calls back after any change of a circuit or a cooldown. The returned function ends that. */
  onDidChange(listener: () => void): () => void {
    return this.#changed.add(listener);
  }

  /** Calls back after a circuit has changed its state by what happened in this window. */
  onDidTransit(listener: (key: string, circuit: CircuitBreaker) => void): () => void {
    return this.#transitions.add(listener);
  }

  /** Every circuit that was ever asked for, by its key. */
  get all(): ReadonlyMap<string, CircuitBreaker> {
    return this.#breakers;
  }
}

/** What a circuit belongs to: the same model at the same address, whatever the user calls it. */
export const circuitKey = ({ provider, baseUrl, model }: Target): string => `${provider} ${baseUrl} ${model}`;
