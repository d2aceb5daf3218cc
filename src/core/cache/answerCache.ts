// Over 200 lines with its comments: memory, disk and forgetting are one state.

import { LRUCache } from 'lru-cache';
import type { Clock } from '../model/clock.ts';
import type { AnswerListener, AnswerStore } from './answerStore.ts';
import { answerOf, cachedAnswer, type CachedAnswer } from './cachedAnswer.ts';
import { LikenessIndex } from './similarity.ts';
import type { Likeness } from './likeness.ts';
import type { Answer } from '../model/answer.ts';

export interface AnswerCacheOptions {
  readonly maxEntries: number;
  /** Of text in memory; default 32 MiB. An answer of more than an eighth of that is not kept. */
  readonly maxBytes?: number;
  readonly ttlMs: number;
}

export interface AnswerCacheParts {
  /** Where answers outlive this window; undefined: nowhere. */
  readonly store?: AnswerStore;
  /** The text with its secrets masked; an answer that has any is not kept (F143), nor one that cannot be searched. */
  readonly mask?: (text: string) => Promise<string>;
}

/** A question waits at most this long for what other windows have added to the disk. */
const patienceMs = 50;
/** For all that is on it, which a window reads once: to ask a model what was answered before takes longer, and costs. */
const firstPatienceMs = 1_000;
/** How often it is looked for what other windows have kept. */
const lookMs = 1_000;
/** What is kept is worked out and written when the answer has long been shown. */
const idleMs = 20;
const defaultMaxBytes = 32 * 1024 * 1024;

/** An answer on its way to the disk. */
interface Pending {
  readonly kept: CachedAnswer;
  readonly likeness: (() => Likeness | undefined) | undefined;
}

/**
 * Answers that were given, least recently used first to go. What may be remembered is the `cache` layer's business. Ages are
 * by the wall clock, because answers outlive the process: never negative, and an answer from the future is fresh no longer
 * than another one, however the clock jumps (F171).
 */
export class AnswerCache {
  readonly #clock: Clock;
  readonly #options: () => AnswerCacheOptions;
  readonly #parts: AnswerCacheParts;
  readonly #alike = new LikenessIndex();
  #entries: LRUCache<string, CachedAnswer>;
  #pending: Pending[] = [];
  #work: Promise<unknown> = Promise.resolve();
  /** Grows when all is forgotten: what was on its way then is not kept. */
  #era = 0;
  #lookAt = -Infinity;
  #looking: Promise<void> | undefined;

  constructor(clock: Clock, options: () => AnswerCacheOptions, parts: AnswerCacheParts = {}) {
    this.#clock = clock;
    this.#options = options;
    this.#parts = parts;
    this.#entries = this.#make();
  }

  /** The answer under this key with its age, when it is not older than the time to live. */
  fresh(key: string): Answer | undefined {
    const kept = this.#entries.get(key);
    if (!kept) return undefined;
    const ageMs = this.#clock.wall() - kept.at;
    return Math.abs(ageMs) <= this.#options().ttlMs ? answerOf(kept, 'cached', Math.max(0, ageMs)) : undefined;
  }

  /** The answer under this key with its age, however old: for when nobody can be asked. */
  older(key: string): Answer | undefined {
    const kept = this.#entries.get(key);
    return kept && answerOf(kept, 'stale', this.#ageOf(kept));
  }

  /** The answer, of one of these targets, to the question that is most alike, of at least `threshold`. */
  similar(
    likeness: Likeness,
    targetKeys: readonly string[],
    threshold: number,
  ): { answer: Answer; targetKey: string } | undefined {
    this.#drain();
    const keys = this.#alike.find(likeness, threshold);
    const key = keys.find(key => targetKeys.includes(targetKeyOf(key)));
    const kept = key === undefined ? undefined : this.#entries.get(key);
    return kept && { answer: answerOf(kept, 'similar', this.#ageOf(kept)), targetKey: targetKeyOf(kept.key) };
  }

  /** Remembers an answer under its key; `likeness` is worked out later, when nobody waits. */
  remember(key: string, answer: Answer, likeness?: () => Likeness | undefined): void {
    const kept = cachedAnswer(key, answer, this.#clock.wall());
    const { mask } = this.#parts;
    if (!mask) return this.#keep({ kept, likeness });
    const isForgotten = this.#watchForgetting();
    this.#queue(async () => {
      if ((await isClean(kept.text, mask)) && !isForgotten()) this.#keep({ kept, likeness });
    });
  }

  /**
   * Takes in what is kept on the disk: all of it at first, then what other windows have added. undefined: that was done a
   * moment ago. Settles after at most 1 s the first time and 50 ms later; what comes after that is taken in when it comes.
   */
  refresh(): Promise<void> | undefined {
    const { store } = this.#parts;
    if (!store || this.#looking || this.#clock.now() < this.#lookAt) return this.#looking;
    const limitMs = this.#lookAt === -Infinity ? firstPatienceMs : patienceMs;
    this.#lookAt = Infinity;
    const read = store.read(this.#listener).then(() => (this.#lookAt = this.#clock.now() + lookMs));
    this.#looking = this.#atMost(limitMs, read).then(() => (this.#looking = undefined));
    return this.#looking;
  }

  /** Settles when all that was remembered is kept, as far as it can be. */
  async flush(): Promise<void> {
    await this.#work;
    this.#drain();
    await this.#work;
  }

  /** Forgets all of it, on the disk and in the other windows too. Rejects with a StoreError when the disk still has some. */
  async clear(): Promise<void> {
    this.#forget();
    await this.#parts.store?.clear();
  }

  get size(): number {
    return this.#entries.size;
  }

  readonly #listener: AnswerListener = { kept: kept => this.#put(kept), cleared: () => this.#forget() };

  #keep(pending: Pending): void {
    this.#put(pending.kept);
    if (!this.#parts.store && !pending.likeness) return;
    this.#pending.push(pending);
    if (this.#pending.length === 1) this.#clock.after(idleMs, () => this.#drain());
  }

  /** Works out likenesses, and has it all written. */
  #drain(): void {
    const pending = this.#pending;
    const isForgotten = this.#watchForgetting();
    this.#pending = [];
    for (const { kept, likeness: find } of pending) {
      const likeness = find?.();
      const whole = likeness ? { ...kept, likeness } : kept;
      if (likeness && this.#entries.peek(kept.key) === kept) this.#put(whole);
      this.#queue(() => (isForgotten() ? undefined : this.#parts.store?.append(whole)));
    }
  }

  #put(kept: CachedAnswer): void {
    const { maxEntries, maxBytes = defaultMaxBytes } = this.#options();
    if (this.#entries.max !== maxEntries || this.#entries.maxSize !== maxBytes) this.#remake();
    const known = this.#entries.peek(kept.key);
    if (!known || known.at <= kept.at) this.#entries.set(kept.key, kept);
  }

  #forget(): void {
    this.#era += 1;
    this.#pending = [];
    this.#entries.clear();
  }

  /** What it gives tells whether all has been forgotten since. */
  #watchForgetting(): () => boolean {
    const era = this.#era;
    return () => era !== this.#era;
  }

  #queue(step: () => Promise<void> | undefined): void {
    this.#work = this.#work.then(step);
  }

  #ageOf({ at }: CachedAnswer): number {
    return Math.max(0, this.#clock.wall() - at);
  }

  #atMost(limitMs: number, work: Promise<unknown>): Promise<void> {
    return new Promise(resolve => {
      const cancel = this.#clock.after(limitMs, resolve);
      void work.then(() => {
        cancel();
        resolve();
      });
    });
  }

  #remake(): void {
    const before = this.#entries;
    this.#entries = this.#make();
    for (const key of [...before.rkeys()]) {
      const kept = before.peek(key);
      if (kept) this.#entries.set(key, kept);
    }
  }

  #make(): LRUCache<string, CachedAnswer> {
    const { maxEntries, maxBytes = defaultMaxBytes } = this.#options();
    return new LRUCache<string, CachedAnswer>({
      max: maxEntries,
      maxSize: maxBytes,
      maxEntrySize: Math.ceil(maxBytes / 8),
      sizeCalculation: ({ text }) => 400 + 2 * text.length,
      dispose: kept => this.#alike.remove(kept),
      onInsert: kept => this.#alike.add(kept),
    });
  }
}

const targetKeyOf = (key: string): string => key.slice(key.indexOf(' ') + 1);

async function isClean(text: string, mask: (text: string) => Promise<string>): Promise<boolean> {
  try {
    return (await mask(text)) === text;
  } catch {
    return false; // what could not be searched may hold anything
  }
}
