import type { Circuits } from '../core/circuits.ts';
import type { Clock } from '../core/clock.ts';
import { Rehearsal, type Script } from '../core/rehearsal.ts';

/** The rehearsal of now, if there is one. It lives in this window's memory alone, so a reload ends it. */
export class Rehearsals {
  readonly #clock: Clock;
  readonly #makeCircuits: () => Circuits;
  readonly #listeners = new Set<() => void>();
  #current: Rehearsal | undefined;

  /** `makeCircuits`: new ones, which no other window and no disk hears of. */
  constructor(clock: Clock, makeCircuits: () => Circuits) {
    this.#clock = clock;
    this.#makeCircuits = makeCircuits;
  }

  get current(): Rehearsal | undefined {
    return this.#current;
  }

  /** Begins one; the one before it is over. */
  start(script: Script): Rehearsal {
    this.#current?.end();
    const circuits = this.#makeCircuits();
    const stopListening = circuits.onDidChange(() => this.#tell());
    const rehearsal = new Rehearsal(this.#clock, script, circuits, () => {
      stopListening();
      this.#current = undefined;
      this.#tell();
    });
    this.#current = rehearsal;
    this.#tell();
    return rehearsal;
  }

  /** Ends it; nothing to do when there is none. */
  end(): void {
    this.#current?.end();
  }

  /** Calls back when one begins or ends, and when a circuit of it changes. The returned function ends that. */
  onDidChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
