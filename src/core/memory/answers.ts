import { LRUCache } from 'lru-cache';
import type { Answer } from '../ask.ts';
import type { Clock } from '../clock.ts';

export interface AnswersOptions {
  readonly maxEntries: number;
  readonly ttlMs: number;
}

interface Remembered {
  readonly answer: Answer;
  /** Monotonic ms. */
  readonly at: number;
}

const maxBytes = 32 * 1024 * 1024;

/** Answers of this window, least recently used first to go. What may be remembered is the `cache` layer's business. */
export class Answers {
  readonly #clock: Clock;
  readonly #options: () => AnswersOptions;
  #entries: LRUCache<string, Remembered>;

  constructor(clock: Clock, options: () => AnswersOptions) {
    this.#clock = clock;
    this.#options = options;
    this.#entries = this.#make();
  }

  /** The answer under this key with its age, when it is not older than the time to live. */
  fresh(key: string): Answer | undefined {
    const found = this.#entries.get(key);
    if (!found) return undefined;
    const ageMs = this.#clock.now() - found.at;
    return ageMs <= this.#options().ttlMs ? { ...found.answer, freshness: 'cached', ageMs } : undefined;
  }

  /** The answer under this key with its age, however old: for when nobody can be asked. */
  older(key: string): Answer | undefined {
    const found = this.#entries.get(key);
    return found && { ...found.answer, freshness: 'stale', ageMs: this.#clock.now() - found.at };
  }

  remember(key: string, answer: Answer): void {
    if (this.#entries.max !== this.#options().maxEntries) this.#entries = this.#make();
    this.#entries.set(key, { answer, at: this.#clock.now() });
  }

  clear(): void {
    this.#entries.clear();
  }

  get size(): number {
    return this.#entries.size;
  }

  #make(): LRUCache<string, Remembered> {
    return new LRUCache({
      max: this.#options().maxEntries,
      maxSize: maxBytes,
      maxEntrySize: maxBytes / 8,
      sizeCalculation: ({ answer }) => 200 + 2 * answer.text.length,
    });
  }
}
