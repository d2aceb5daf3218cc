import { LRUCache } from 'lru-cache';
import { estimateTokens } from './estimateTokens.ts';
import { lineGroups, nextGroupEnd } from './lineGroups.ts';

/** The tokens of a text, exactly; what a tokenizer does. Must not throw. */
export type CountText = (text: string) => number;

export interface ExactParts {
  /** Loads the tokenizer, when first asked; slow, so never on the way to an answer. */
  readonly load: () => Promise<CountText>;
  /** Lets others have their turn between two slices of work. */
  readonly pause: () => Promise<void>;
  /** Monotonic ms. */
  readonly now: () => number;
}

/**
 * Exact counts, each line group's remembered: another version of a text costs only the groups that are new. Groups that a
 * tokenizer would take too long for are estimated.
 */
export class ExactCounts {
  readonly #parts: ExactParts;
  readonly #ofGroups = new LRUCache<string, number>({ max: mostGroups });
  #loading: Promise<CountText> | undefined;

  constructor(parts: ExactParts) {
    this.#parts = parts;
  }

  /** Tokens of a text, worked out in slices of at most a few ms. */
  async countExactly(text: string): Promise<number> {
    const count = await this.counter();
    const { now, pause } = this.#parts;
    let tokens = 0;
    let sliceFrom = now();
    for (let at = 0; at < text.length;) {
      const end = nextGroupEnd(text, at);
      tokens += count(text.slice(at, end));
      at = end;
      if (now() - sliceFrom < sliceMs) continue;
      await pause();
      sliceFrom = now();
    }
    return tokens;
  }

  /** Counts at once and remembers, for texts that are small or mostly known. */
  async counter(): Promise<CountText> {
    this.#loading ??= this.#parts.load();
    const exactly = await this.#loading;
    return text => {
      let tokens = 0;
      for (const group of lineGroups(text)) tokens += this.#ofGroup(group, exactly);
      return tokens;
    };
  }

  #ofGroup(group: string, exactly: CountText): number {
    if (isTooLong(group)) return estimateTokens(group);
    const known = this.#ofGroups.get(group);
    if (known !== undefined) return known;
    const tokens = exactly(group);
    this.#ofGroups.set(group, tokens);
    return tokens;
  }
}

/** Lines of some large files; about 5 MB. */
const mostGroups = 50_000;
/** How long work may go on before others get their turn, ms: a frame has 16. */
const sliceMs = 4;

/** Longer groups, and longer runs of one kind of character, take a tokenizer's time squared. */
const longestGroup = 4_000;
const longRun = /[A-Za-z]{256}|[^\s\p{L}\p{N}]{256}|\s{1024}|[^\p{ASCII}\s]{96}/u;
const shortestLongRun = 96;

const isTooLong = (group: string): boolean =>
  group.length > longestGroup || (group.length >= shortestLongRun && longRun.test(group));
