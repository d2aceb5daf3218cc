import type { Usage } from '../../core/model/answer.ts';

/** Token counts as a provider reported them, not yet believed. */
export interface Reported {
  /** Cached ones included. */
  readonly input?: unknown;
  /** Thinking included. */
  readonly output?: unknown;
  readonly cachedInput?: unknown;
}

/** What was sent and received, in estimated tokens; worked out only where the provider has not counted. */
export interface Estimates {
  readonly input: () => number;
  /** Thinking included. */
  readonly output: () => number;
}

/** No model reads or writes more in one answer. */
const maxTokens = 10_000_000;

/** The value as a token count; undefined when it cannot be one (negative, NaN, a fraction, text, 1e12). */
export function readTokenCount(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= maxTokens
    ? value
    : undefined;
}

/** Reported counts where they can be true, estimates where they cannot; then `exact` is false. */
export function usageOf(reported: Reported, estimates: Estimates): Usage {
  const input = believable(reported.input, estimates.input);
  const output = believable(reported.output, estimates.output);
  const inputTokens = input ?? estimates.input();
  return {
    inputTokens,
    outputTokens: output ?? estimates.output(),
    cachedInputTokens: Math.min(readTokenCount(reported.cachedInput) ?? 0, inputTokens),
    exact: input !== undefined && output !== undefined,
  };
}

/** Servers that do not count report 0 for a side that was not empty. */
function believable(value: unknown, estimate: () => number): number | undefined {
  const count = readTokenCount(value);
  return count === 0 && estimate() > 0 ? undefined : count;
}
