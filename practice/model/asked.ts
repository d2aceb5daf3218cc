import type { CacheUse, PromptBlock } from './promptCache.ts';

/** A request for an answer, whatever wire it came on. */
export interface Asked {
  readonly model: string;
  readonly system: string;
  readonly messages: readonly { readonly role: 'user' | 'assistant'; readonly text: string }[];
  readonly stream: boolean;
  /** OpenAI wire: whether a last chunk with the usage is wanted. */
  readonly includeUsage: boolean;
  /** Undefined: no limit. */
  readonly maxTokens: number | undefined;
  readonly inputTokens: number;
  /** All that counts as input, in order. */
  readonly blocks: readonly PromptBlock[];
  /** What the provider had remembered of it. */
  readonly cached: CacheUse;
}
