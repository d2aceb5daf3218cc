import type { Memento } from 'vscode';

/** Keeps values as VS Code does: at once for the reader, as JSON, and undefined deletes. */
export class MemoryMemento implements Memento {
  readonly #values = new Map<string, string>();

  keys(): readonly string[] {
    return [...this.#values.keys()];
  }

  get<T>(key: string, fallback?: T): T {
    const stored = this.#values.get(key);
    return (stored === undefined ? fallback : JSON.parse(stored)) as T;
  }

  update(key: string, value: unknown): Promise<void> {
    if (value === undefined) this.#values.delete(key);
    else this.#values.set(key, JSON.stringify(value));
    return Promise.resolve();
  }

  /** Everything, as it would stand on the disk. */
  dump(): string {
    return JSON.stringify([...this.#values]);
  }
}
