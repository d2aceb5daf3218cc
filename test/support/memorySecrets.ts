import type { Keys, KeyStore, Listening } from '../../src/interaction/targets/keyStore.ts';

type Listener = Parameters<KeyStore['onDidChange']>[0];

/** A key store that can be made to fail or never to answer. It tells of a change after it has happened, as VS Code does. */
export class MemorySecrets implements KeyStore {
  mood: 'well' | 'broken' | 'silent' = 'well';
  readonly #values = new Map<string, string>();
  readonly #listeners = new Set<Listener>();

  onDidChange(listener: Listener): Listening {
    this.#listeners.add(listener);
    return { dispose: () => void this.#listeners.delete(listener) };
  }

  async keys(): Promise<string[]> {
    await this.#answer();
    return [...this.#values.keys()];
  }

  async get(key: string): Promise<string | undefined> {
    await this.#answer();
    return this.#values.get(key);
  }

  async store(key: string, value: string): Promise<void> {
    await this.#answer();
    this.#values.set(key, value);
    this.#tell(key);
  }

  async delete(key: string): Promise<void> {
    await this.#answer();
    this.#values.delete(key);
    this.#tell(key);
  }

  /** Loses everything without a word, as a store does that lives in memory only. */
  lose(): void {
    this.#values.clear();
  }

  #tell(key: string): void {
    for (const listener of this.#listeners) listener({ key });
  }

  #answer(): Promise<void> {
    if (this.mood === 'broken') return Promise.reject(new Error('the keyring is locked'));
    return this.mood === 'silent' ? new Promise(() => undefined) : Promise.resolve();
  }
}

/** The origins of all keys that are kept. */
export const originsOf = (keys: Pick<Keys, 'kept'>): readonly string[] => keys.kept().map(({ origin }) => origin);
