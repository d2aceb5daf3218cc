import type { Layer } from '../model/layer.ts';
import type { Clock } from '../model/clock.ts';
import { Failure } from '../model/failure.ts';
import { AbortScope } from '../resilience/abortScope.ts';
import type { AnswerEvent } from '../model/answerEvent.ts';
import type { Question } from '../model/question.ts';

const flowingCapMs = 300_000; // the longest that an answer may flow: an idle limit ends one that stands still

/**
 * Ends a question when its time is up. An answer that is being written then, watched or not, is held by the attempt's idle
 * limit and a cap of 300 s instead: to stop in the middle of a growing answer helps no user who waits for it.
 */
export const deadline =
  (clock: Clock): Layer =>
  next =>
  async question => {
    const scope = new AbortScope(question.signal);
    const timer = armed(clock, question, scope);
    try {
      const inner: Writable<Question> = { ...question, signal: scope.signal };
      if (question.onEvent) inner.onEvent = timer.heardBy(question.onEvent);
      if (question.onEvent || question.priority === 'interactive') inner.onFlow = timer.countedBy(question.onFlow);
      return await scope.hold(() => next(inner));
    } finally {
      timer.cancel();
      scope.release();
    }
  };

type Writable<Whole> = { -readonly [Field in keyof Whole]: Whole[Field] };

function armed(clock: Clock, question: Question, scope: AbortScope) {
  const startedAt = clock.now();
  let flowing = 0;
  let shown = '';
  let cancel = (): void => undefined;
  const arm = (now: number): void => {
    // read again each time: a shared flight runs to the latest `until` of the questions that wait for it
    const until = flowing > 0 ? Math.max(question.until, startedAt + flowingCapMs) : question.until;
    if (until <= now) scope.cut(outOfTime(until - startedAt, shown));
    else cancel = clock.after(until - now, () => arm(clock.now()));
  };
  arm(startedAt);
  return {
    cancel: () => cancel(),
    countedBy: (onFlow: Question['onFlow']) => (change: 1 | -1) => {
      flowing += change; // of two beside each other one may still be writing
      onFlow?.(change);
    },
    heardBy: (onEvent: (event: AnswerEvent) => void) => (event: AnswerEvent) => {
      if (event.kind === 'text') shown += event.text;
      if (event.kind === 'restart') shown = '';
      onEvent(event);
    },
  };
}

const outOfTime = (limitMs: number, shown: string): Failure =>
  new Failure('out-of-time', {
    facts: { limitMs: Math.round(limitMs) },
    ...(shown.trim() !== '' && { partial: shown }),
  });
