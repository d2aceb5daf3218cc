import type { CachedAnswer } from './cachedAnswer.ts';

/** Hears what a store of answers holds. */
export interface AnswerListener {
  /** An answer that stands there; the same one may be heard again. */
  readonly kept: (answer: CachedAnswer) => void;
  /** Some window has forgotten them all: what was heard before counts no more, what is still there is heard again. */
  readonly cleared: () => void;
}

/**
 * Where answers outlive the window, for all windows of this machine. Nothing is opened before the first call. What cannot be
 * kept is not kept, without a word from here.
 */
export interface AnswerStore {
  /** Tells what this window has not heard yet, at first all of it, and settles when there is no more. */
  read(listener: AnswerListener): Promise<void>;
  /** Adds an answer. */
  append(answer: CachedAnswer): Promise<void>;
  /** Forgets all answers, in all windows. Rejects with a StoreError when some could not be removed: they may be given again. */
  clear(): Promise<void>;
}

/** The store as long as `isWanted`; otherwise nothing is read or kept, and what stands there can still be forgotten. */
export const storeWhile = (isWanted: () => boolean, store: AnswerStore): AnswerStore => ({
  read: listener => (isWanted() ? store.read(listener) : Promise.resolve()),
  append: answer => (isWanted() ? store.append(answer) : Promise.resolve()),
  clear: () => store.clear(),
});
