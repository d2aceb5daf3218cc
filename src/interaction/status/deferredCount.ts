import type { Memento } from 'vscode';

type Counted = 'questions.waiting' | 'questions.unanswered' | 'answers.waiting';

/** How many questions or answers wait, known without reading a file: the status is shown before anything is read. */
export class DeferredCount {
  readonly #memento: Memento;
  readonly #key: Counted;
  readonly #listeners = new Set<() => void>();

  constructor(memento: Memento, key: Counted) {
    this.#memento = memento;
    this.#key = key;
  }

  get now(): number {
    const stored = this.#memento.get<unknown>(this.#key);
    return typeof stored === 'number' && stored > 0 ? stored : 0;
  }

  /** So many it is now. */
  set(count: number): void {
    if (count === this.now) return;
    void this.#memento.update(this.#key, count === 0 ? undefined : count); // VS Code gives it back at once
    for (const listener of this.#listeners) listener();
  }

  /** Calls back after every change in this window. The returned function ends that. */
  onDidChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
