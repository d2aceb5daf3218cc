import type { CountText } from '../core/prompt/exactCounts.ts';

/**
 * The tokenizer for the core's `ExactCounts`: o200k of gpt-tokenizer, loaded when first asked (about 120 ms, 2 MB of
 * JavaScript), so off the way to an answer. `<|endoftext|>` and the like in a text are text.
 */
export async function loadExactTokens(): Promise<CountText> {
  const { countTokens } = await import('gpt-tokenizer/encoding/o200k_base');
  return text => countTokens(text, asText);
}

const asText = { allowedSpecial: new Set<string>(), disallowedSpecial: new Set<string>() };
