import type { Usage } from '../core/ask.ts';
import { estimatedTokens } from '../core/prompt/tokens.ts';

/** Token counts as a provider reported them, not yet believed. */
export interface Reported {
  /** Cached ones included. */
  readonly input?: unknown;
  /** Thinking included. */
  readonly output?: unknown;
  readonly cachedInput?: unknown;
}

/** What was sent and received, in characters: what an estimate is made from. */
export interface Volume {
  readonly inputChars: number;
  /** Thinking included. */
  readonly outputChars: number;
}

/** No model reads or writes more in one answer. */
const maxTokens = 10_000_000;

/** The value as a token count; undefined when it cannot be one (negative, NaN, a fraction, text, 1e12). */
export function tokenCount(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= maxTokens
    ? value
    : undefined;
}

/** Reported counts where they can be true, estimates where they cannot; then `exact` is false. */
export function usageOf(reported: Reported, { inputChars, outputChars }: Volume): Usage {
  const input = believable(reported.input, inputChars);
  const output = believable(reported.output, outputChars);
  const inputTokens = input ?? estimatedTokens(inputChars);
  return {
    inputTokens,
    outputTokens: output ?? estimatedTokens(outputChars),
    cachedInputTokens: Math.min(tokenCount(reported.cachedInput) ?? 0, inputTokens),
    exact: input !== undefined && output !== undefined,
  };
}

/** Servers that do not count report 0 for a side that was not empty. */
function believable(value: unknown, chars: number): number | undefined {
  const count = tokenCount(value);
  return count === 0 && chars > 0 ? undefined : count;
}
