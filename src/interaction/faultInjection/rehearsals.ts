import type { FaultInjection } from '../../core/faultInjection.ts';

/**
 * The rehearsal of now, if there is one. It lives in this window's memory alone, so a reload ends it. What it plays, and the
 * words for it, come with the one that is started: the status bar is there before any of that is loaded.
 */
export class Rehearsals {
  readonly #listeners = new Set<() => void>();
  #current: { readonly rehearsal: FaultInjection; readonly words: () => string } | undefined;

  get current(): FaultInjection | undefined {
    return this.#current?.rehearsal;
  }

  /** What is rehearsed, where and until when; undefined: nothing. */
  get words(): string | undefined {
    return this.#current?.words();
  }

  /** Begins one, which calls `onEnd` when it is over; the one before it is over now. */
  start(rehearse: (onEnd: () => void) => FaultInjection, words: (rehearsal: FaultInjection) => string): FaultInjection {
    this.end();
    const rehearsal = rehearse(() => {
      stopListening();
      this.#current = undefined;
      this.#tell();
    });
    const stopListening = rehearsal.circuits.onDidChange(() => this.#tell());
    this.#current = { rehearsal, words: () => words(rehearsal) };
    this.#tell();
    return rehearsal;
  }

  /** Ends it; nothing to do when there is none. */
  end(): void {
    this.#current?.rehearsal.end();
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
