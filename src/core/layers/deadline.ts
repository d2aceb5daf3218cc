import type { Layer } from '../model/layer.ts';
import type { Clock } from '../model/clock.ts';
import { Failure } from '../model/failure.ts';
import { AbortScope } from '../resilience/abortScope.ts';
import type { AnswerEvent } from '../model/answerEvent.ts';
import type { Question } from '../model/question.ts';

const watchedCapMs = 300_000; // decisions 2: an answer that is being watched and makes progress may take five minutes

/**
 * Ends a question when its time is up. An answer that the user watches being written is then held by the attempt's idle
 * limit and a cap of 300 s instead: stopping in the middle of a flowing answer would serve nobody.
 */
export const deadline =
  (clock: Clock): Layer =>
  next =>
  async question => {
    const leash = new AbortScope(question.signal);
    const timer = armed(clock, question, leash);
    try {
      const inner = { ...question, signal: leash.signal };
      if (question.onEvent) inner.onEvent = timer.extendedBy(question.onEvent);
      return await leash.hold(next(inner));
    } finally {
      timer.cancel();
      leash.release();
    }
  };

function armed(clock: Clock, question: Question, leash: AbortScope) {
  const startedAt = clock.now();
  let flowing = false;
  let shown = '';
  let cancel = (): void => undefined;
  const arm = (now: number): void => {
    // read anew each time: a shared flight runs to the latest `until` of those who wait for it
    const until = flowing ? Math.max(question.until, startedAt + watchedCapMs) : question.until;
    if (until <= now) leash.cut(outOfTime(until - startedAt, shown));
    else cancel = clock.after(until - now, () => arm(clock.now()));
  };
  arm(startedAt);
  return {
    cancel: () => cancel(),
    extendedBy: (onEvent: (event: AnswerEvent) => void) => (event: AnswerEvent) => {
      if (event.kind === 'text' || event.kind === 'thinking') flowing = true; // thinking is progress (decisions 3)
      if (event.kind === 'text') shown += event.text;
      if (event.kind === 'restart') [flowing, shown] = [false, '']; // nothing flows until the next one writes
      onEvent(event);
    },
  };
}

const outOfTime = (limitMs: number, shown: string): Failure =>
  new Failure('out-of-time', {
    facts: { limitMs: Math.round(limitMs) },
    ...(shown.trim() !== '' && { partial: shown }),
  });
