/**
 * The listeners of one event. An event carries up to two values, passed as they are, because an object for them would be
 * made for every request.
 */
export class Emitter<First = void, Second = void> {
  readonly #listeners = new Set<(first: First, second: Second) => void>();

  /** Adds a listener; one that is added twice is called once. The returned function removes it. */
  add(listener: (first: First, second: Second) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls every listener at once, in the order they were added. What one throws keeps the later ones from being called. */
  fire(first: First, second: Second): void {
    for (const listener of this.#listeners) listener(first, second);
  }

  /** Removes all listeners. */
  clear(): void {
    this.#listeners.clear();
  }
}
