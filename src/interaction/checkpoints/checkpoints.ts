import type { Mask } from '../../core/secrets/maskText.ts';
import type { RecordList } from '../../core/shared/recordList.ts';
import { StoreError, type Store } from '../../core/shared/store.ts';
import { type Checkpoint, type CheckpointFile, readCheckpointFiles } from './checkpoint.ts';

/** So many are kept; the oldest go first. */
export const mostCheckpoints = 100;
/** So many characters are kept for all of them. */
const mostCharacters = 20_000_000;
/** Older ones are not offered, and go with the next one. ms */
const longestMs = 30 * 24 * 3_600_000;

/** What keeping checkpoints needs of the world. */
export interface CheckpointsParts {
  readonly list: RecordList<Checkpoint>;
  readonly store: Store;
  readonly mask: Mask;
  readonly wall: () => number;
  readonly newId: () => string;
}

/** An edit that is going to be applied. */
export type NewCheckpoint = Pick<Checkpoint, 'title' | 'summary' | 'takesBack'> & {
  readonly files: readonly CheckpointFile[];
};

/**
 * What was applied in this workspace, so that it can be taken back, also after a reload. Each is written down before it is
 * applied: whoever kills the window in between leaves one that finds nothing to take back.
 */
export class Checkpoints {
  readonly #parts: CheckpointsParts;
  /** Those that hold a secret, and those that could not be written. */
  readonly #unwritten = new Map<
    string,
    { readonly checkpoint: Checkpoint; readonly files: readonly CheckpointFile[] }
  >();

  constructor(parts: CheckpointsParts) {
    this.#parts = parts;
  }

  /** Keeps an edit that is going to be applied; gives its name. */
  async keep({ files, ...more }: NewCheckpoint): Promise<string> {
    const { list, store, wall, newId } = this.#parts;
    const stored = JSON.stringify(files);
    const checkpoint: Checkpoint = {
      ...more,
      id: newId(),
      at: wall(),
      files: files.map(({ uri }) => uri),
      size: stored.length,
    };
    if (await this.#holdsSecret(files)) return this.#keepUnwritten(checkpoint, files);
    await list.add(checkpoint); // first: what lies there for no checkpoint is swept away
    try {
      await store.write(nameOf(checkpoint.id), stored);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      await list.remove(checkpoint.id);
      return this.#keepUnwritten(checkpoint, files);
    }
    await this.#sweep();
    return checkpoint.id;
  }

  /** It was not applied after all. */
  async forget(id: string): Promise<void> {
    const { list, store } = this.#parts;
    if (this.#unwritten.delete(id)) return;
    await list.remove(id);
    await removed(store, nameOf(id));
  }

  /** What can be taken back, the newest first. */
  async all(): Promise<readonly Checkpoint[]> {
    const { list, wall } = this.#parts;
    const kept = [...(await list.list()), ...[...this.#unwritten.values()].map(({ checkpoint }) => checkpoint)];
    return kept.filter(({ at }) => wall() - at < longestMs).toSorted((one, other) => other.at - one.at);
  }

  /** What it has changed; undefined: that is not known any more. */
  async filesOf(id: string): Promise<readonly CheckpointFile[] | undefined> {
    const unwritten = this.#unwritten.get(id);
    if (unwritten) return unwritten.files;
    const stored = await this.#parts.store.read(nameOf(id));
    return stored === undefined ? undefined : readCheckpointFiles(stored);
  }

  /** Forgets all of them. */
  async clear(): Promise<void> {
    this.#unwritten.clear();
    await this.#parts.list.clear();
    await this.#sweep();
  }

  #keepUnwritten(checkpoint: Checkpoint, files: readonly CheckpointFile[]): string {
    this.#unwritten.set(checkpoint.id, { checkpoint: { ...checkpoint, isUnwritten: true }, files });
    return checkpoint.id;
  }

  async #holdsSecret(files: readonly CheckpointFile[]): Promise<boolean> {
    for (const { before, after, above, below } of files.flatMap(({ pieces }) => pieces)) {
      for (const side of [before, after]) {
        const whole = above + side + below;
        if ((await this.#parts.mask(whole)) !== whole) return true;
      }
    }
    return false;
  }

  /** Takes away what is too old, too much, or lies there for no checkpoint. */
  async #sweep(): Promise<void> {
    const { list, store, wall } = this.#parts;
    let left = mostCharacters;
    const kept = new Set<string>();
    for (const { id, at, size } of await list.list()) {
      left -= size;
      if ((left >= 0 || kept.size === 0) && wall() - at < longestMs) kept.add(nameOf(id));
      else await list.remove(id);
    }
    for (const name of await store.names())
      if (name.startsWith(beginning) && !kept.has(name)) await removed(store, name);
  }
}

const beginning = 'checkpoint-';
const nameOf = (id: string): string => `${beginning}${id}.json`;

/** What cannot be removed now is swept away later. */
async function removed(store: Store, name: string): Promise<void> {
  try {
    await store.remove(name);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
  }
}
