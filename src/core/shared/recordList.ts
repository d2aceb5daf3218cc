import { Emitter } from './emitter.ts';
import {
  emptyList,
  merge,
  nextTime,
  readList,
  recordsOf,
  listText,
  withSlot,
  type MergeableList,
} from './mergeableList.ts';
import { StoreError, type Store, type StoreTrouble } from './store.ts';

export interface RecordListOptions<T> {
  readonly store: Store;
  /** The store's name for it: 'review.json'. */
  readonly name: string;
  /** How many are kept; the oldest go first. */
  readonly limit: number;
  /** Wall-clock ms, to tell which of two windows changed a record last. */
  readonly wall: () => number;
  /** A stored record, checked; undefined: it is none, and is dropped. */
  readonly read: (value: unknown) => T | undefined;
  /** Keeping failed, or what was kept is of no use. Said once, and once more when it happens after all went well again. */
  readonly onTrouble: (trouble: StoreTrouble) => void;
}

/**
 * A list of records that outlives the window, the newest first, shared by all windows: each change is made to what is on
 * disk by then, and of two changes to one record the later one counts. Nothing is read before the first use. When the disk
 * fails it goes on in memory. Nothing here rejects.
 */
export class RecordList<T extends { readonly id: string }> {
  readonly #options: RecordListOptions<T>;
  readonly #changed = new Emitter();
  #shelf: MergeableList<T> = emptyList();
  /** Is there something in memory that could not be written? */
  #unsaved = false;
  #inTrouble = false;
  #dropped = 0;
  #work: Promise<unknown> = Promise.resolve();

  constructor(options: RecordListOptions<T>) {
    this.#options = options;
  }

  /** How many stored records could not be understood when the list was last read. */
  get dropped(): number {
    return this.#dropped;
  }

  list(): Promise<readonly T[]> {
    return this.#inTurn(async () => {
      await this.#load();
      return recordsOf(this.#shelf);
    });
  }

  async get(id: string): Promise<T | undefined> {
    return (await this.list()).find(record => record.id === id);
  }

  /** Puts a record first; one with the same id is replaced where it stands. */
  add(record: T): Promise<void> {
    return this.#change((shelf, now) => {
      const addedAt = shelf.slots.find(slot => slot.id === record.id && slot.record)?.addedAt ?? now;
      return withSlot(shelf, { id: record.id, addedAt, changedAt: now, record });
    });
  }

  /** Makes another record of the one with this id; nothing happens when there is none. */
  update(id: string, change: (record: T) => T): Promise<void> {
    return this.#change((shelf, now) => {
      const slot = shelf.slots.find(other => other.id === id);
      return slot?.record ? withSlot(shelf, { ...slot, changedAt: now, record: change(slot.record) }) : shelf;
    });
  }

  remove(id: string): Promise<void> {
    return this.#change((shelf, now) => {
      const isThere = shelf.slots.some(slot => slot.id === id && slot.record);
      return isThere ? withSlot(shelf, { id, addedAt: now, changedAt: now }) : shelf;
    });
  }

  /** Forgets all of it, in the other windows too. */
  clear(): Promise<void> {
    return this.#change((_, now) => ({ clearedAt: now, slots: [] }));
  }

  /** Calls `listener` after each change that this window made. Calling the returned function ends that. */
  onDidChange(listener: () => void): () => void {
    return this.#changed.add(listener);
  }

  #change(step: (shelf: MergeableList<T>, now: number) => MergeableList<T>): Promise<void> {
    return this.#inTurn(async () => {
      const canWrite = await this.#load();
      const { limit, wall } = this.#options;
      const changed = step(this.#shelf, nextTime(this.#shelf, wall()));
      if (changed === this.#shelf) return;
      this.#shelf = merge(changed, emptyList(), limit);
      this.#unsaved = true;
      if (canWrite) await this.#save();
      this.#changed.fire();
    });
  }

  /** Takes over what other windows have written. False: what is there must not be written over now. */
  async #load(): Promise<boolean> {
    const { store, name, limit, read } = this.#options;
    const text = await store.read(name);
    if (text === undefined) {
      if (!this.#unsaved) this.#shelf = emptyList(); // the file was deleted
      return true;
    }
    const stored = readList(text, read);
    if (stored === 'unusable') return this.#setAside(text);
    this.#dropped = stored.dropped;
    this.#shelf = merge(stored.shelf, this.#shelf, limit);
    return true;
  }

  /** Keeps what is of no use to us under another name: a later version of this extension may have written it. */
  async #setAside(text: string): Promise<boolean> {
    const { store, name, wall } = this.#options;
    this.#say('unusable');
    const isAside = await this.#tried(async () => {
      await store.write(`${name}.bad-${wall()}`, text);
      await store.remove(name);
    });
    return isAside;
  }

  async #save(): Promise<void> {
    const { store, name } = this.#options;
    if (!(await this.#tried(() => store.write(name, listText(this.#shelf))))) return;
    this.#unsaved = false;
    this.#inTrouble = false;
  }

  async #tried(step: () => Promise<void>): Promise<boolean> {
    try {
      await step();
      return true;
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      this.#say(error.trouble);
      return false;
    }
  }

  #say(trouble: StoreTrouble): void {
    if (!this.#inTrouble) this.#options.onTrouble(trouble);
    this.#inTrouble = true;
  }

  /** One after another, so that a change is made to what the one before it has left. */
  #inTurn<R>(step: () => Promise<R>): Promise<R> {
    const turn = this.#work.then(step);
    this.#work = turn.catch(() => undefined); // the caller gets the error from `turn`
    return turn;
  }
}
