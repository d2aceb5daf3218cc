import { ask as asking } from '../../../src/assist/tasks/ask.ts';
import { Failure } from '../../../src/core/model/failure.ts';
import { questionOf } from '../../support/questions.ts';
import { answerText } from '../server/reply.ts';
import { deadlineMs, watchMs } from './rules.ts';
import type { Side } from './side.ts';

/**
 * How a question ended. 'right': exactly the text that was written for it, on the screen of who watches too. 'wrong': it
 * ended as if all were well with another text. 'failed': it said so. 'hung': it was given up at 6 s.
 */
export type End = 'right' | 'wrong' | 'failed' | 'hung';

export interface Call {
  readonly question: number;
  readonly watched: boolean;
  readonly end: End;
  readonly tookMs: number;
  /** What it failed with. */
  readonly because?: string;
  /** It failed with its first text kept and marked. */
  readonly partial?: boolean;
}

/** Asks one question; every other one is watched. Never rejects. */
export async function call(side: Side, question: number, watched = question % 2 === 0): Promise<Call> {
  const stop = new AbortController();
  let screen = '';
  const asked = questionOf(asking, question, {
    totalMs: deadlineMs,
    signal: stop.signal,
    ...(watched && { onEvent: () => undefined }),
  });
  const startedAt = performance.now();
  const { promise: given, resolve: giveUp } = Promise.withResolvers<'hung'>();
  const timer = setTimeout(() => giveUp('hung'), watchMs);
  try {
    const text = await Promise.race([side.ask(asked, shown => void (screen = shown)), given]);
    const tookMs = performance.now() - startedAt;
    if (text === 'hung') return { question, watched, end: 'hung', tookMs };
    const isRight = text === answerText(question) && (!watched || screen === text);
    return { question, watched, end: isRight ? 'right' : 'wrong', tookMs };
  } catch (error) {
    return { question, watched, end: 'failed', tookMs: performance.now() - startedAt, ...reasonOf(error) };
  } finally {
    clearTimeout(timer);
    stop.abort(new Failure('cancelled')); // whoever still works on it may stop
  }
}

function reasonOf(error: unknown): Pick<Call, 'because' | 'partial'> {
  if (error instanceof Failure) return { because: error.kind, partial: error.details.partial !== undefined };
  return { because: error instanceof Error ? error.constructor.name : String(error) };
}
