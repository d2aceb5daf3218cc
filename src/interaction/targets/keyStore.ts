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

/** One key that is kept: for an origin, by the name that the user gave it. */
export interface KeptKey {
  readonly origin: string;
  /** '' for the one without a name, which most origins have alone. */
  readonly name: string;
}

/** The API keys, bound to their origin: a new origin finds no key (S1). An origin may have several, which differ by name. */
export interface Keys {
  /** Answered from a memento, without waiting for the key store. Tells nothing about whether the key is any good. */
  hasKey(origin: string): boolean;
  /** All that are kept, by origin, and those of one in the order in which they were added and are used. */
  kept(): readonly KeptKey[];
  /**
   * The key for a target by its first key name, or the first key of its origin, '' for one that needs none. Failure 'no-key' when there is none (code 'lost' when there was one:
   * some systems keep keys in memory only), 'key-store' when the store fails or does not answer within 3 s.
   */
  readonly keyFor: (target: Pick<Target, 'origin' | 'auth' | 'keyNames'>) => Promise<string>;
  /** Trims the key; it is the one without a name unless one is given. */
  set(origin: string, key: string, name?: string): Promise<void>;
  delete(origin: string, name?: string): Promise<void>;
  /** Reads something from the key store, whatever it holds. Failure 'key-store' as above; for who looks whether it works. */
  tryStore(): Promise<void>;
  /** Deletes every key and tells how many there were. */
  deleteAll(): Promise<number>;
  /** A key was set or deleted, here or in another window. */
  onDidChange(listener: (origin: string) => void): Listening;
}

/** The only one who touches VS Code's SecretStorage. Dispose it to stop listening. */
export function createKeys(secrets: KeyStore, memento: Memento, clock: Clock): Keys & Listening {
  const listeners = new Set<(origin: string) => void>();
  const { entries, kept, remember } = keyIndex(memento);
  const tell = async (entry: string): Promise<void> => {
    try {
      const key = await read(secrets, entry, clock);
      await remember(entry, key !== undefined);
    } finally {
      for (const listener of listeners) listener(keptKeyOf(entry).origin);
    }
  };
  const subscription = secrets.onDidChange(({ key }) => {
    // A store that does not answer now will say so to the next question.
    if (key.startsWith(prefix)) tell(key.slice(prefix.length)).catch(ignoreFailure);
  });
  return {
    hasKey: origin => kept().some(each => each.origin === origin),
    kept,
    keyFor: target => {
      const first = kept().find(({ origin }) => origin === target.origin);
      const entry = entryOf(target.origin, target.keyNames?.[0] ?? first?.name);
      return keyFor(target, entries().includes(entry), () => read(secrets, entry, clock));
    },
    async set(origin, key, name) {
      await secrets.store(prefix + entryOf(origin, name), keyIn(key));
      await remember(entryOf(origin, name), true);
    },
    async delete(origin, name) {
      await secrets.delete(prefix + entryOf(origin, name));
      await remember(entryOf(origin, name), false);
    },
    tryStore: () => read(secrets, '', clock).then(nothing),
    deleteAll: () => deleteAll(secrets, memento),
    onDidChange(listener) {
      listeners.add(listener);
      return { dispose: () => void listeners.delete(listener) };
    },
    dispose: () => subscription.dispose(),
  };
}

/** Which keys there are, kept where it can be read without waiting. */
function keyIndex(memento: Memento) {
  const entries = (): readonly string[] => textsIn(memento.get(originsName));
  return {
    entries,
    kept: (): readonly KeptKey[] =>
      entries()
        .map(keptKeyOf)
        .toSorted((one, other) => one.origin.localeCompare(other.origin)), // stable
    remember: async (entry: string, isThere: boolean): Promise<void> => {
      if (entries().includes(entry) === isThere) return;
      const others = entries().filter(each => each !== entry);
      await memento.update(originsName, isThere ? [...others, entry] : others);
    },
  };
}

/** An origin has no blank in it, so the first one ends it. */
const entryOf = (origin: string, name = ''): string => (name === '' ? origin : `${origin} ${name}`);

function keptKeyOf(entry: string): KeptKey {
  const [origin = ''] = entry.split(' ', 1);
  return { origin, name: entry.slice(origin.length + 1) };
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

async function read(secrets: KeyStore, entry: string, clock: Clock): Promise<string | undefined> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const cancel = clock.after(readLimitMs, () => reject(new Failure('key-store', { sent: 'no', code: 'silent' })));
  try {
    return await Promise.race([secrets.get(prefix + entry), late]);
  } catch (error) {
    throw error instanceof Failure ? error : new Failure('key-store', { sent: 'no', cause: error });
  } finally {
    cancel();
  }
}

/** Asks the store itself too: the memento of another window may know of more. */
async function deleteAll(secrets: KeyStore, memento: Memento): Promise<number> {
  const known = textsIn(memento.get(originsName)).map(entry => prefix + entry);
  const all = new Set([...known, ...(await secrets.keys())]);
  for (const name of all) await secrets.delete(name);
  await memento.update(originsName, undefined);
  return all.size;
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(each => typeof each === 'string') : [];
}

/** What was read is nobody's business. */
const nothing = (): void => undefined;

function ignoreFailure(error: unknown): void {
  if (!(error instanceof Failure)) throw error;
}
