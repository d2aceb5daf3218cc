import { LRUCache } from 'lru-cache';
import { estimateTokens, roughTokens } from './estimateTokens.ts';
import { lineGroups, nextGroupEnd } from './lineGroups.ts';
import { wholeCharacter } from './lines.ts';

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
 * Exact counts that are remembered, for each line group or small text: another version of a text costs only the groups that are new. Groups that a
 * tokenizer would take too long for are estimated.
 */
export class ExactCounts {
  readonly #parts: ExactParts;
  readonly #known = new LRUCache<string, number>({ max: mostGroups });
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
      const group = nextGroupEnd(text, at);
      const isLong = group - at > longestGroup;
      // what is estimated anyway may be cut anywhere
      const end = isLong ? wholeCharacter(text, Math.min(group, at + estimatedAtOnce)) : group;
      const part = text.slice(at, end);
      tokens += isLong ? roughTokens(part) : count(part);
      at = end;
      if (now() - sliceFrom < sliceMs) continue;
      await pause();
      sliceFrom = now();
    }
    return Math.round(tokens);
  }

  /** Counts at once and remembers, for texts that are small or mostly known. */
  async counter(): Promise<CountText> {
    this.#loading ??= this.#parts.load();
    const exactly = await this.#loading;
    return text => {
      if (text.length <= longestGroup && !hasLongRun(text)) return this.#remembered(text, exactly);
      let tokens = 0;
      for (const group of lineGroups(text)) tokens += this.#ofGroup(group, exactly);
      return tokens;
    };
  }

  #ofGroup(group: string, exactly: CountText): number {
    return group.length > longestGroup || hasLongRun(group) ? estimateTokens(group) : this.#remembered(group, exactly);
  }

  #remembered(text: string, exactly: CountText): number {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const tokens = exactly(text);
    this.#known.set(text, tokens);
    return tokens;
  }
}

/** Lines of some large files; about 5 MB. */
const mostGroups = 50_000;
/** How long work may go on before others get their turn, ms: a frame has 16. */
const sliceMs = 4;

/** Characters of a group that is too long. */
const estimatedAtOnce = 16_384;
/** Longer groups, and longer runs of one kind of character, take a tokenizer's time squared. */
const longestGroup = 4_000;
const longRun = /[A-Za-z]{256}|[^\s\p{L}\p{N}]{256}|\s{1024}|[^\p{ASCII}\s]{96}/u;
/** The shortest of them, and the shortest of blanks alone. */
const shortRun = 96;
const blankRun = 1_024;

/** Runs that a glance finds are looked at closely: it takes a hundredth of the time, and a text of words has none. */
const hasLongRun = (text: string): boolean =>
  (hasRun(text, shortRun, isFilled) || hasRun(text, blankRun, isBlank)) && longRun.test(text);

/** Are there so many characters in a row that are all like this? Looks at every `length`-th, and back from there while they are. */
function hasRun(text: string, length: number, isLike: (code: number) => boolean): boolean {
  for (let end = length; end <= text.length;) {
    let at = end - 1;
    while (at >= end - length && isLike(text.charCodeAt(at))) at -= 1;
    if (at < end - length) return true;
    end = at + 1 + length;
  }
  return false;
}

/** What may be no white space, and what may be some: beyond ASCII it may be both. */
const isFilled = (code: number): boolean => code !== 32 && (code < 9 || code > 13);
const isBlank = (code: number): boolean => !isFilled(code) || code >= 0x80;
