import type { Clock } from '../../core/model/clock.ts';

/** Acts soon after it was asked to, however often that was, and at most once in `everyMs`. */
export class Coalesced {
  readonly #clock: Clock;
  readonly #everyMs: number;
  readonly #act: () => void;
  #actedAt = -Infinity;
  #cancelTimer: (() => void) | undefined;

  constructor(clock: Clock, everyMs: number, act: () => void) {
    this.#clock = clock;
    this.#everyMs = everyMs;
    this.#act = act;
  }

  request(): void {
    const waitMs = Math.max(0, this.#actedAt + this.#everyMs - this.#clock.now());
    this.#cancelTimer ??= this.#clock.after(waitMs, () => {
      this.#cancelTimer = undefined;
      this.#actedAt = this.#clock.now();
      this.#act();
    });
  }

  /** What was asked for and not done yet is not done any more. */
  cancel(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
  }
}
