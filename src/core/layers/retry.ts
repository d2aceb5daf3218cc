import { estimateTokens } from '../prompt/estimateTokens.ts';
import type { Layer } from '../model/layer.ts';
import { sleep, type Clock } from '../model/clock.ts';
import { Failure } from '../model/failure.ts';
import { shrink } from '../prompt/shrink.ts';
import type { RetryBudget } from '../resilience/retryBudget.ts';
import type { Alternative } from '../model/note.ts';
import { maxAttempts, type Question } from '../model/question.ts';
import { watchText } from './watchText.ts';

export interface RetryOptions {
  /** Tries after the first one, per target. Default 3. */
  readonly maxRetries: number;
  /** Default 500. */
  readonly baseDelayMs: number;
  /** Default 30 000. */
  readonly maxDelayMs: number;
}

/** Who is asked again. */
export interface Destination {
  readonly budget: RetryBudget;
  /** Has its circuit opened, by what other questions met there? Then a question that was asked before is no reason to try it. */
  readonly isResting: () => boolean;
}

const longestWaitMs = 10_000; // longer than a user waits for one target
const mostJitter = 1.2; // of a wait that the server asked for
const longestInlineWaitMs = 150;
const quickDelayMs = 100; // before another healthy target takes over, a blip gets one quick second chance
const patientDelayMs = 1_000; // F47, F54
const briefWaitMs = 3_000; // what a first choice asks for is waited for so long before another target is asked

/**
 * Asks the same target again where that may help: full jitter U(0, min(cap, base·2ⁿ)) (AWS Architecture Blog,
 * "Exponential Backoff And Jitter"), Retry-After obeyed when it fits, never after text was shown, never past the deadline,
 * never more attempts than the question has left or than the destination's retry budget pays for, and not where the circuit has
 * opened meanwhile. A prompt that was too
 * long is sent once more, strictly smaller, or with less room for its answer where a small window holds both; one whose answer
 * was all thoughts is sent once more with more room for it.
 */
export const retry =
  (clock: Clock, options: () => RetryOptions, destination: Destination): Layer =>
  next =>
  async question => {
    destination.budget.deposit();
    const watched = watchText(question);
    let asked = watched.question;
    let [isSmaller, isTrimmed] = [false, false];
    for (const retried: Failure[] = []; ;) {
      question.attempts.left -= 1;
      try {
        const answer = await next(asked);
        return isTrimmed ? { ...answer, degraded: [...answer.degraded, 'trimmed'] } : answer;
      } catch (thrown) {
        const error = thrown instanceof Failure && retried.length > 0 ? thrown.with({ before: [...retried] }) : thrown;
        if (!(error instanceof Failure) || watched.isShown() || question.attempts.left <= 0) throw error;
        if (error.rules.retry === 'smaller') {
          if (isSmaller) throw error;
          isSmaller = true;
          [asked, isTrimmed] = smaller(asked, error);
          question.notes({ kind: 'retry', target: error.details.target ?? '', delayMs: 0, because: error.kind });
        } else await pause({ retried, failure: error, question, options: options(), clock, destination });
        if (error.details.code === 'no-room') asked = roomier(asked);
        retried.push(error);
        if (question.attempts.left <= 0) throw error; // a hedged attempt has used the last one meanwhile
      }
    }
  };

/** A smaller question, and whether something of its prompt was left out; throws the failure when there is none. */
function smaller(question: Question, failure: Failure): [asked: Question, isTrimmed: boolean] {
  const { request } = question;
  const shrunk = shrink(request);
  const sampling = withLessRoom(question);
  if (!shrunk && sampling === request.sampling) throw failure;
  if (!shrunk) return [{ ...question, request: { ...request, sampling } }, false];
  const { prompt, leftOut, shortened } = shrunk;
  question.notes({ kind: 'trimmed', target: failure.details.target ?? '', leftOut, shortened });
  return [{ ...question, request: { ...request, ...prompt, sampling } }, true];
}

/** Of the code that is asked about, the most that an answer may need; and some for what it says beside. */
const mostGrowth = 1.5;
const besideTokens = 256;

/** Half of the room for the answer, or what code of that length needs: a window must hold it too (vllm-project/vllm#42474). */
function withLessRoom({ request: { sampling }, purpose }: Question): Question['request']['sampling'] {
  const needed = Math.ceil(estimateTokens(purpose?.expects.code ?? '') * mostGrowth) + besideTokens;
  const maxOutputTokens = Math.max(needed, Math.floor(sampling.maxOutputTokens / 2));
  return maxOutputTokens < sampling.maxOutputTokens ? { ...sampling, maxOutputTokens } : sampling;
}

/** Thoughts take several times what an answer does (OpenAI: reserve 25,000 tokens for both). */
const roomFactor = 4;
const mostRoomTokens = 32_000;

function roomier(question: Question): Question {
  const { request } = question;
  const { maxOutputTokens: before } = request.sampling;
  const maxOutputTokens = Math.max(before, Math.min(mostRoomTokens, before * roomFactor));
  return { ...question, request: { ...request, sampling: { ...request.sampling, maxOutputTokens } } };
}

/** One failed try, and what decides whether there is another. */
interface FailedTry {
  /** The failures after which it was tried again already. */
  readonly retried: readonly Failure[];
  readonly failure: Failure;
  readonly question: Question;
  readonly options: RetryOptions;
  readonly clock: Clock;
  readonly destination: Destination;
}

/** Waits as long as this failure wants before the same target is asked again; throws it when that must not be. */
async function pause(failed: FailedTry): Promise<void> {
  const { failure, question, clock, destination } = failed;
  const target = failure.details.target ?? '';
  const delayMs = delayBefore(failed);
  if (delayMs === undefined || clock.now() + delayMs > question.until) throw failure;
  if (failure.rules.retry === 'at-once')
    return question.notes({ kind: 'retry', target, delayMs, because: failure.kind });
  const refuse = (because: 'retry-budget' | 'circuit-open'): never => {
    question.notes({ kind: 'no-retry', target, because });
    throw failure;
  };
  if (destination.isResting()) refuse('circuit-open');
  if (!destination.budget.withdraw()) refuse('retry-budget');
  const insteadOf = failure.details.retryAfterMs === undefined ? undefined : alternativeOf(question);
  question.notes({ kind: 'retry', target, delayMs, because: failure.kind, ...(insteadOf && { insteadOf }) });
  if (delayMs > 0) await sleep(clock, delayMs, question.signal);
  if (destination.isResting()) refuse('circuit-open'); // it has opened meanwhile
}

/** Who could be asked while one waits, and how long that one likely takes. */
function alternativeOf({ next, route = [], ...question }: Question): Alternative | undefined {
  if (!next) return undefined;
  const ranked = route.find(({ target }) => target === next);
  const expectedMs = ranked?.factsOf?.(next, question)?.expectedMs;
  return { target: next.id, ...(expectedMs !== undefined && { expectedMs }) };
}

/** How long to wait before trying again, ms; undefined: not again. */
function delayBefore(failed: FailedTry): number | undefined {
  const { retried, failure, question } = failed;
  const mode = failure.rules.retry;
  const { noRetry, once = mode === 'once' || mode === 'patient' } = failure.details;
  if (noRetry || retried.length >= limitOf(failed)) return undefined;
  if (once && retried.some(({ kind }) => kind === failure.kind)) return undefined;
  const delayMs = mode === 'at-once' ? 0 : backoff(failed);
  if (question.alternatives > 0 && delayMs > briefWaitMs * mostJitter) return undefined;
  return delayMs <= (question.priority === 'inline' ? longestInlineWaitMs : longestWaitMs) ? delayMs : undefined;
}

function limitOf(failed: FailedTry): number {
  const { failure, question, options } = failed;
  const { maxRetries } = options;
  const { retry: mode } = failure.rules;
  const others = question.alternatives > 0;
  const most = question.priority === 'inline' ? Math.min(1, maxRetries) : maxRetries;
  switch (mode) {
    case 'no':
    case 'smaller':
      return 0;
    case 'at-once':
      return Infinity; // ends when the adapter has nothing left to change, or with the question's attempts
    case 'yes':
    case 'once': // of its kind
      return others ? Math.min(1, most) : most;
    case 'patient':
      return others && !isBriefWait(failed) ? 0 : most;
    case 'last':
      return others ? 0 : most;
  }
}

/** The question's first choice says when it wants to be asked again, and that is soon: shorter than another's answer takes. */
const isBriefWait = ({ failure, question }: FailedTry): boolean =>
  question.attempts.left === maxAttempts - 1 && (failure.details.retryAfterMs ?? Infinity) <= briefWaitMs;

function backoff({ retried, failure, question, options, clock }: FailedTry): number {
  const askedMs = failure.details.retryAfterMs;
  // a little more than asked, never less, so that several windows do not come back together
  if (askedMs !== undefined) return Math.max(250, askedMs) * (1 + (mostJitter - 1) * clock.random());
  const capMs = Math.min(options.maxDelayMs, options.baseDelayMs * 2 ** retried.length);
  const jittered = clock.random() * (question.alternatives > 0 ? Math.min(capMs, quickDelayMs) : capMs);
  return failure.rules.retry === 'patient' ? patientDelayMs + jittered : jittered;
}
