import type { CircuitEntry } from '../../../src/core/journal/journalEntry.ts';
import type { Answer } from '../../../src/core/model/answer.ts';
import { reasonOf } from '../../../src/core/model/clock.ts';
import { Failure } from '../../../src/core/model/failure.ts';
import type { Ask } from '../../../src/core/model/layer.ts';
import type { Question } from '../../../src/core/model/question.ts';
import type { AttemptLimits } from '../../../src/core/resilience/attemptLimits.ts';
import type { RecordedAttempt } from '../record/recordedAttempt.ts';
import { type RecordedQuestion, wasLetGo } from '../record/recordedQuestion.ts';
import type { VirtualTime } from './virtualTime.ts';

/** What a target is played from. */
export interface SourceParts {
  readonly time: VirtualTime;
  readonly recorded: RecordedQuestion;
  readonly limits: AttemptLimits;
  /** Called before each attempt. */
  readonly onAsked: (target: string, question: Question) => void;
  /** It is asked more often than the journal tells: the `nth` time. The question's signal must abort. */
  readonly onExtra: (target: string, nth: number) => void;
  /** The next change of a target's circuit that was recorded after a moment. */
  readonly nextChange: (target: string, after: number) => CircuitEntry | undefined;
}

/** Nearer than this an attempt begins when it was recorded to, and what follows from it keeps its recorded moment, ms. */
const driftMs = 250;
/** A machine that slept: the time of it is none that anybody waited. */
const longestInterruptedMs = 50;
const leastBeatMs = 10;
/** What stands for the text of every answer: nothing that an assessor finds fault with. */
const filler = 'An answer whose text is not in the journal.';

/**
 * A target that does, in the order in which it was asked, what the journal says of each attempt. What the client itself makes of a
 * silence, it is to make again: then the target is only silent.
 */
export function recordedSource(target: string, parts: SourceParts): Ask {
  const attempts = parts.recorded.attempts.get(target) ?? [];
  let asked = 0;
  return question => {
    parts.onAsked(target, question);
    const attempt = attempts[asked];
    asked += 1;
    if (attempt) return played(attempt, question, parts);
    if (wasLetGo(parts.recorded, target) && asked === 1) return letGo(target, question, parts);
    parts.onExtra(target, asked);
    return staged(question, parts.time).answer;
  };
}

/** A stage: what is put on it happens unless the question ends before. */
function staged(question: Question, time: VirtualTime) {
  const { promise: answer, resolve, reject } = Promise.withResolvers<Answer>();
  const { signal } = question;
  let isOver = false;
  const leave = (): void => {
    isOver = true;
    reject(reasonOf(signal));
  };
  if (signal.aborted) leave();
  signal.addEventListener('abort', leave, { once: true });
  const at = (moment: number, act: () => void): void => void time.at(moment, 'world', () => !isOver && act());
  const end = (settle: () => void): void => {
    isOver = true;
    signal.removeEventListener('abort', leave);
    settle();
  };
  return {
    ...{ answer, at },
    give: (given: Answer) => end(() => resolve(given)),
    fail: (failure: Failure) => end(() => reject(failure)),
  };
}

function played(attempt: RecordedAttempt, question: Question, parts: SourceParts): Promise<Answer> {
  const { time, recorded, limits } = parts;
  const recordedAt = recorded.startsAt + attempt.startMs;
  const begin = Math.abs(time.now - recordedAt) <= driftMs ? recordedAt : time.now;
  const { connectMs, firstTokenMs, isCutByClient, outcome, textMs, tookMs, unsent } = attempt;
  const stage = staged(question, time);
  if (connectMs !== undefined) stage.at(begin + connectMs, () => connect(question, unsent === true));
  if (firstTokenMs !== undefined) {
    const lastMs = outcome === 'stalled' ? Math.max(firstTokenMs, tookMs - limits.idleMs) : Infinity;
    const saidMs = textMs === undefined ? undefined : Math.min(textMs, lastMs);
    beat(stage, question, { begin, lastMs, firstMs: firstTokenMs, everyMs: Math.max(leastBeatMs, limits.idleMs / 2) });
    if (saidMs !== undefined) stage.at(begin + saidMs, () => question.onEvent?.({ kind: 'text', text: filler }));
  }
  const endMs = outcome === 'interrupted' ? Math.min(tookMs, longestInterruptedMs) : tookMs;
  if (outcome === 'answered') stage.at(begin + endMs, () => stage.give(answerOf(attempt)));
  else if (!isCutByClient) stage.at(begin + endMs, () => stage.fail(failureOf(attempt, outcome)));
  return stage.answer;
}

interface Beats {
  readonly begin: number;
  readonly firstMs: number;
  /** Infinity: it goes on until the end. */
  readonly lastMs: number;
  readonly everyMs: number;
}

/** Signs of life from the first one on: what lies between it and the end was never longer than the client waits. */
function beat(stage: ReturnType<typeof staged>, question: Question, { begin, firstMs, lastMs, everyMs }: Beats): void {
  const think = (): void => question.onEvent?.({ kind: 'thinking' });
  const next = (ms: number): void => {
    if (ms <= lastMs) stage.at(begin + ms, () => (think(), next(ms + everyMs)));
  };
  next(firstMs);
  if (lastMs < Infinity && lastMs > firstMs) stage.at(begin + lastMs, think);
}

function connect({ onEvent }: Question, isUnsent: boolean): void {
  onEvent?.({ kind: 'connected' });
  if (!isUnsent) onEvent?.({ kind: 'sent' });
}

/** A try that nobody waited for any more: how its circuit changed next tells how it ended. */
function letGo(target: string, question: Question, { limits, nextChange, time }: SourceParts): Promise<Answer> {
  const stage = staged(question, time);
  const change = nextChange(target, time.wall);
  if (!change) return stage.answer;
  const at = change.at - time.beganAt;
  const wasReached = change.after === 'closed' || at - time.now > limits.connectMs;
  if (wasReached) stage.at(time.now, () => connect(question, false));
  if (change.after === 'closed') stage.at(at, () => question.onEvent?.({ kind: 'thinking' }));
  else stage.at(at, () => stage.fail(new Failure('server', { target, sent: 'maybe' })));
  return stage.answer;
}

function answerOf({ finish, isUnfit, requestId, spent, target, ...counted }: RecordedAttempt): Answer {
  return {
    text: isUnfit ? 'unfit' : filler,
    from: target,
    model: target,
    usage: {
      inputTokens: counted.inputTokens ?? 0,
      outputTokens: counted.outputTokens ?? 0,
      cachedInputTokens: counted.cachedInputTokens ?? 0,
      ...(counted.cacheWriteTokens !== undefined && { cacheWriteTokens: counted.cacheWriteTokens }),
      exact: spent === 'exact',
    },
    freshness: 'live',
    ageMs: 0,
    finish,
    ...(requestId !== undefined && { requestId }),
    degraded: [],
  };
}

function failureOf(attempt: RecordedAttempt, kind: Failure['kind']): Failure {
  const { target, code, noRetry, once, requestId, retryAfterMs, status, unsent } = attempt;
  return new Failure(kind, {
    ...{ target, sent: unsent ? 'no' : 'maybe' },
    ...(code !== undefined && { code }),
    ...(status !== undefined && { status }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(requestId !== undefined && { requestId }),
    ...(noRetry && { noRetry }),
    ...(once && { once }),
  });
}
