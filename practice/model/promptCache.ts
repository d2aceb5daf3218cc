import { createHash } from 'node:crypto';
import { countTokens } from './tokens.ts';

/** A piece of a prompt, in the order in which it is read. */
export interface PromptBlock {
  readonly text: string;
  /** The client asks for the prompt up to its end to be remembered. */
  readonly isMarked: boolean;
  readonly tokens: number;
}

/** How many tokens of a prompt were remembered, and how many are from now on. */
export interface CacheUse {
  readonly read: number;
  readonly written: number;
}

export const noCacheUse: CacheUse = { read: 0, written: 0 };

/** Since its last use, ms. */
const rememberedMs = 5 * 60_000;
/** So many blocks back from a mark is looked for what is remembered. */
const lookBack = 20;
const automaticLeast = 1_024;
const automaticStep = 128;
const charsPerToken = 4;

/** What one provider remembers of prompts, model by model. */
export class PromptCache {
  readonly #usedAt = new Map<string, number>();
  readonly #now: () => number;
  readonly #leastTokens: number;

  /** `leastTokens`: of a marked prompt fewer are not remembered. */
  constructor(now: () => number, leastTokens: number) {
    this.#now = now;
    this.#leastTokens = leastTokens;
  }

  /** Anthropic's way: what stands before a mark is remembered, and found from a mark or up to 20 blocks before it. */
  useMarked(model: string, blocks: readonly PromptBlock[]): CacheUse {
    const prefixes = prefixesOf(model, blocks);
    const marks = blocks.flatMap(({ isMarked }, at) => (isMarked ? [at] : []));
    let found = -1;
    for (const mark of marks)
      for (let at = mark; at > Math.max(found, mark - lookBack); at -= 1)
        if (this.#isRemembered(prefixes[at]?.key)) found = at;
    const read = prefixes[found]?.tokens ?? 0;
    const remembered = [found, ...marks].flatMap(at => prefixes[at] ?? []);
    const kept = remembered.filter(({ tokens }) => tokens >= this.#leastTokens);
    for (const { key } of kept) this.#usedAt.set(key, this.#now());
    return { read, written: Math.max(0, ...kept.map(({ tokens }) => tokens - read)) };
  }

  /** OpenAI's way: all of a prompt is remembered in steps of 128 tokens, the first after 1 024. */
  useAutomatic(model: string, blocks: readonly PromptBlock[]): CacheUse {
    const text = blocks.map(block => block.text.padEnd(block.tokens * charsPerToken, '\0')).join('');
    const steps = Math.floor((countTokens(text) - automaticLeast) / automaticStep);
    const hash = createHash('sha256').update(model);
    let read = 0;
    let from = 0;
    for (let step = 0; step <= steps; step += 1) {
      const tokens = automaticLeast + step * automaticStep;
      const key = hash
        .update(text.slice(from, tokens * charsPerToken))
        .copy()
        .digest('hex');
      from = tokens * charsPerToken;
      if (this.#isRemembered(key)) read = tokens;
      this.#usedAt.set(key, this.#now());
    }
    return { read, written: 0 };
  }

  #isRemembered(key: string | undefined): boolean {
    const usedAt = key === undefined ? undefined : this.#usedAt.get(key);
    return usedAt !== undefined && this.#now() - usedAt < rememberedMs;
  }
}

interface Prefix {
  readonly key: string;
  readonly tokens: number;
}

function prefixesOf(model: string, blocks: readonly PromptBlock[]): readonly Prefix[] {
  const hash = createHash('sha256').update(model);
  let tokens = 0;
  return blocks.map(block => {
    tokens += block.tokens;
    return { key: hash.update(`\0${block.text}`).copy().digest('hex'), tokens };
  });
}
