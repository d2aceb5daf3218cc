import type { Layer } from '../model/layer.ts';
import type { Clock } from '../model/clock.ts';
import { Failure } from '../model/failure.ts';
import { AbortScope } from '../resilience/abortScope.ts';
import type { AnswerEvent } from '../model/answerEvent.ts';
import type { Question } from '../model/question.ts';

const watchedCapMs = 300_000; // the longest that a watched answer may take: an idle limit ends one that stands still

/**
 * Ends a question when its time is up. An answer that the user watches being written is then held by the attempt's idle
 * limit and a cap of 300 s instead: to stop in the middle of a growing answer helps no user.
 */
export const deadline =
  (clock: Clock): Layer =>
  next =>
  async question => {
    const scope = new AbortScope(question.signal);
    const timer = armed(clock, question, scope);
    try {
      const inner = { ...question, signal: scope.signal };
      if (question.onEvent) inner.onEvent = timer.extendedBy(question.onEvent);
      return await scope.hold(next(inner));
    } finally {
      timer.cancel();
      scope.release();
    }
  };

function armed(clock: Clock, question: Question, scope: AbortScope) {
  const startedAt = clock.now();
  let flowing = false;
  let shown = '';
  let cancel = (): void => undefined;
  const arm = (now: number): void => {
    // read again each time: a shared flight runs to the latest `until` of the questions that wait for it
    const until = flowing ? Math.max(question.until, startedAt + watchedCapMs) : question.until;
    if (until <= now) scope.cut(outOfTime(until - startedAt, shown));
    else cancel = clock.after(until - now, () => arm(clock.now()));
  };
  arm(startedAt);
  return {
    cancel: () => cancel(),
    extendedBy: (onEvent: (event: AnswerEvent) => void) => (event: AnswerEvent) => {
      if (event.kind === 'text' || event.kind === 'thinking') flowing = true; // thinking is progress
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
