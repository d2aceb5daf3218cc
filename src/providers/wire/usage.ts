import type { DoubtedCount, Usage } from '../../core/model/answer.ts';
import { bytesOfPrompt } from '../../core/prompt/tokens.ts';
import type { Question } from '../../core/model/question.ts';
import type { Target } from '../../core/model/target.ts';

/** Token counts as a provider reported them, not yet believed. */
export interface Reported {
  /** Cached ones included. */
  readonly input?: unknown;
  /** Thinking included. */
  readonly output?: unknown;
  readonly cachedInput?: unknown;
  /** Remembered from now on. */
  readonly cacheWrite?: unknown;
}

/** What was sent and received, in estimated tokens; worked out only where the provider has not counted. */
export interface Estimates {
  readonly input: () => number;
  /** Thinking included. */
  readonly output: () => number;
}

/** The most tokens that can have been read and written; worked out only where a provider reports many. */
export interface MostTokens {
  readonly input: () => number;
  readonly output: () => number;
}

/** What a server adds to a prompt of its own accord (a template, an instruction), tokens; seen are up to some hundreds. */
const ownInput = 1_000;
/** Of the estimate, the least that is believed: no tokenizer in use counts less than 0.4 of it (see `Calibration`). */
const leastShare = 1 / 4;

/** The value as a token count; undefined when it cannot be one (negative, NaN, a fraction, text, 1e308). */
export function readTokenCount(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/** The tokens that an answer may have at most, as they are sent; what the user's own parameters say goes before. */
export function outputAllowance({ parameters, maxOutputTokens = Infinity }: Target, { request }: Question): number {
  const own = readTokenCount(parameters['max_completion_tokens'] ?? parameters['max_tokens']);
  return own ?? Math.min(request.sampling.maxOutputTokens, maxOutputTokens);
}

/** A token is at least a byte of what was sent; and no model writes more than it was allowed to. */
export const mostTokens = (target: Target, question: Question): MostTokens => ({
  input: () => bytesOfPrompt(question.request) + ownInput,
  output: () => outputAllowance(target, question),
});

/**
 * Reported counts where they can be true: from a quarter of the estimate up to what is possible. Below it the estimate
 * stands, above it what is possible, then `exact` is false and `doubted` says so. A 0 and a count that is not there are
 * those of servers that do not count: they are no reason to doubt, and the estimate stands.
 */
export function usageOf(reported: Reported, estimates: Estimates, most: MostTokens): Usage {
  const input = windowed(believed(reported.input, estimates.input, most.input), estimates.input);
  const output = believed(reported.output, estimates.output, most.output);
  const doubted: DoubtedCount[] = [
    ...(input.doubt ? [{ ...input.doubt, side: 'input' as const }] : []),
    ...(output.doubt ? [{ ...output.doubt, side: 'output' as const }] : []),
  ];
  // a part of what is not believed is not believed either: cached tokens are cheap
  const cached = input.doubt ? 0 : Math.min(readTokenCount(reported.cachedInput) ?? 0, input.tokens);
  const written = input.doubt ? 0 : Math.min(readTokenCount(reported.cacheWrite) ?? 0, input.tokens - cached);
  return {
    inputTokens: input.tokens,
    outputTokens: output.tokens,
    cachedInputTokens: cached,
    ...(written > 0 && { cacheWriteTokens: written }),
    exact: input.isExact && output.isExact,
    ...(doubted.length > 0 && { doubted }),
  };
}

/** Windows are set in steps of so many tokens, and a server may keep a few of them for itself. */
const windowStep = 1_024;
const windowSlack = 8;
/** Of the estimate; tokenizers of code and prose differ by less. */
const windowShare = 0.75;

/** A server that cuts a prompt to its window says nothing of it, but counts what was left (ollama/ollama#17889). */
function windowed(counted: Believed, estimated: () => number): Believed {
  const { isExact, doubt } = counted;
  const tokens = (doubt?.why === 'low' ? doubt.reported : undefined) ?? counted.tokens; // the less is left, the less it counts
  const steps = Math.round(tokens / windowStep);
  const isWindow = steps > 0 && Math.abs(tokens - steps * windowStep) <= windowSlack;
  if ((!isExact && doubt?.why !== 'low') || !isWindow || tokens >= windowShare * estimated()) return counted;
  return { tokens, isExact: false, doubt: { why: 'window', reported: tokens } };
}

interface Believed {
  readonly tokens: number;
  readonly isExact: boolean;
  readonly doubt?: Omit<DoubtedCount, 'side'>;
}

function believed(value: unknown, estimated: () => number, mostOf: () => number): Believed {
  const estimate = estimated();
  if (value === undefined || value === null || (value === 0 && estimate > 0))
    return { tokens: estimate, isExact: false };
  const most = Math.max(mostOf(), estimate); // what has arrived is possible
  if (typeof value === 'number' && value > most) {
    return { tokens: most, isExact: false, doubt: { why: 'high', reported: value } };
  }
  const count = readTokenCount(value);
  if (count === undefined) return { tokens: estimate, isExact: false, doubt: { why: 'no-count' } };
  if (count >= estimate * leastShare) return { tokens: count, isExact: true };
  return { tokens: estimate, isExact: false, doubt: { why: 'low', reported: count } };
}
