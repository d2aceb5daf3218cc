import type { Memento, SecretStorage } from 'vscode';
import type { Clock } from '../../core/model/clock.ts';
import { Failure } from '../../core/model/failure.ts';
import type { Target } from '../../core/model/target.ts';
import { keyIn } from './keyText.ts';

const prefix = 'key:';
const originsName = 'keyOrigins';

/** Longest wait for the system's key store, ms: a locked one may wait for the user for ever. */
const readLimitMs = 3_000;

/** Ends listening. */
export interface Listening {
  dispose(): void;
}

/** What is used of VS Code's SecretStorage. */
export interface KeyStore extends Pick<SecretStorage, 'keys' | 'get' | 'store' | 'delete'> {
  onDidChange(listener: (event: { readonly key: string }) => void): Listening;
}

/** The API keys, one per origin: a new origin finds no key (S1). */
export interface Keys {
  /** Answered from a memento, without waiting for the key store. Tells nothing about whether the key is any good. */
  hasKey(origin: string): boolean;
  /** All origins with a key. */
  origins(): readonly string[];
  /**
   * The key for a target, '' for one that needs none. Failure 'no-key' when there is none (code 'lost' when there was one:
   * some systems keep keys in memory only), 'key-store' when the store fails or does not answer within 3 s.
   */
  readonly keyFor: (target: Pick<Target, 'origin' | 'auth'>) => Promise<string>;
  /** Trims the key. */
  set(origin: string, key: string): Promise<void>;
  delete(origin: string): Promise<void>;
  /** Deletes every key and tells how many there were. */
  deleteAll(): Promise<number>;
  /** A key was set or deleted, here or in another window. */
  onDidChange(listener: (origin: string) => void): Listening;
}

/** The only one who touches VS Code's SecretStorage. Dispose it to stop listening. */
export function createKeys(secrets: KeyStore, memento: Memento, clock: Clock): Keys & Listening {
  const listeners = new Set<(origin: string) => void>();
  const origins = (): readonly string[] => textsIn(memento.get(originsName));
  const remember = async (origin: string, isThere: boolean): Promise<void> => {
    if (origins().includes(origin) === isThere) return;
    const others = origins().filter(each => each !== origin);
    await memento.update(originsName, isThere ? [...others, origin].sort() : others);
  };
  const tell = async (origin: string): Promise<void> => {
    try {
      const key = await read(secrets, origin, clock);
      await remember(origin, key !== undefined);
    } finally {
      for (const listener of listeners) listener(origin);
    }
  };
  const subscription = secrets.onDidChange(({ key }) => {
    // A store that does not answer now will say so to the next question.
    if (key.startsWith(prefix)) tell(key.slice(prefix.length)).catch(ignoreFailure);
  });
  return {
    hasKey: origin => origins().includes(origin),
    origins,
    keyFor: target => keyFor(target, origins().includes(target.origin), () => read(secrets, target.origin, clock)),
    async set(origin, key) {
      await secrets.store(prefix + origin, keyIn(key));
      await remember(origin, true);
    },
    async delete(origin) {
      await secrets.delete(prefix + origin);
      await remember(origin, false);
    },
    deleteAll: () => deleteAll(secrets, memento),
    onDidChange(listener) {
      listeners.add(listener);
      return { dispose: () => void listeners.delete(listener) };
    },
    dispose: () => subscription.dispose(),
  };
}

async function keyFor(
  { auth }: Pick<Target, 'auth'>,
  wasThere: boolean,
  read: () => Promise<string | undefined>,
): Promise<string> {
  if (auth === 'none') return '';
  const key = await read();
  if (key === undefined || key === '')
    throw new Failure('no-key', { sent: 'no', ...(wasThere ? { code: 'lost' } : {}) });
  return key;
}

async function read(secrets: KeyStore, origin: string, clock: Clock): Promise<string | undefined> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const cancel = clock.after(readLimitMs, () => reject(new Failure('key-store', { sent: 'no', code: 'silent' })));
  try {
    return await Promise.race([secrets.get(prefix + origin), late]);
  } catch (error) {
    throw error instanceof Failure ? error : new Failure('key-store', { sent: 'no', cause: error });
  } finally {
    cancel();
  }
}

/** Asks the store itself too: the memento of another window may know of more. */
async function deleteAll(secrets: KeyStore, memento: Memento): Promise<number> {
  const known = textsIn(memento.get(originsName)).map(origin => prefix + origin);
  const all = new Set([...known, ...(await secrets.keys())]);
  for (const name of all) await secrets.delete(name);
  await memento.update(originsName, undefined);
  return all.size;
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(each => typeof each === 'string') : [];
}

function ignoreFailure(error: unknown): void {
  if (!(error instanceof Failure)) throw error;
}
