import type { Clock } from '../../core/model/clock.ts';

/** A change is shown this long after it began, ms, so that what is over by then is never shown. */
const debounceMs = 250;
/** What is shown stays at least this long, ms, so that it can be read. */
const dwellMs = 1_000;

/**
 * Shows a value that changes often without flicker: the first one at once, each later one when it has lasted 250 ms and the
 * one before it was seen for a second. Equal values are shown once.
 */
export class Debounced<T> {
  readonly #clock: Clock;
  readonly #show: (value: T) => void;
  readonly #isEqual: (one: T, other: T) => boolean;
  #shown: { readonly value: T; readonly at: number } | undefined;
  #cancelTimer: (() => void) | undefined;
  #latest: { readonly value: T } | undefined;

  constructor(clock: Clock, isEqual: (one: T, other: T) => boolean, show: (value: T) => void) {
    this.#clock = clock;
    this.#isEqual = isEqual;
    this.#show = show;
  }

  /** This is the value now. */
  propose(value: T): void {
    this.#latest = { value };
    if (!this.#shown) return this.#settle();
    if (this.#isEqual(this.#shown.value, value)) return this.#forget();
    const dwellLeftMs = this.#shown.at + dwellMs - this.#clock.now();
    this.#cancelTimer ??= this.#clock.after(Math.max(debounceMs, dwellLeftMs), () => this.#settle());
  }

  dispose(): void {
    this.#forget();
  }

  #settle(): void {
    const latest = this.#latest;
    this.#forget();
    if (!latest) return;
    this.#shown = { ...latest, at: this.#clock.now() };
    this.#show(latest.value);
  }

  #forget(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    this.#latest = undefined;
  }
}
