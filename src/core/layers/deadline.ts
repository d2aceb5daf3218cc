import type { AnswerEvent, Layer, Question } from '../ask.ts';
import { reasonOf, unlessAborted, type Clock } from '../clock.ts';
import { Failure } from '../failure.ts';

const watchedCapMs = 300_000; // decisions 2: an answer that is being watched and makes progress may take five minutes

/**
 * Ends a question when its time is up. An answer that the user watches being written is then held by the attempt's idle
 * limit and a cap of 300 s instead: stopping in the middle of a flowing answer would serve nobody.
 */
export const deadline =
  (clock: Clock): Layer =>
  next =>
  async question => {
    const stop = new AbortController();
    const follow = () => stop.abort(reasonOf(question.signal));
    if (question.signal.aborted) follow();
    question.signal.addEventListener('abort', follow, { once: true });
    const timer = armed(clock, question, stop);
    try {
      const inner = { ...question, signal: stop.signal };
      if (question.onEvent) inner.onEvent = timer.extendedBy(question.onEvent);
      return await unlessAborted(next(inner), stop.signal);
    } finally {
      timer.cancel();
      question.signal.removeEventListener('abort', follow);
    }
  };

function armed(clock: Clock, question: Question, stop: AbortController) {
  const startedAt = clock.now();
  let flowing = false;
  let shown = '';
  let cancel = (): void => undefined;
  const arm = (): void => {
    // read anew each time: a shared flight runs to the latest `until` of those who wait for it
    const until = flowing ? Math.max(question.until, startedAt + watchedCapMs) : question.until;
    const leftMs = until - clock.now();
    if (leftMs <= 0) stop.abort(outOfTime(until - startedAt, shown));
    else cancel = clock.after(leftMs, arm);
  };
  arm();
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
