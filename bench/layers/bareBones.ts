import type { Answer } from '../../src/core/model/answer.ts';
import type { Ask, Layer } from '../../src/core/model/layer.ts';
import { stack } from '../../src/core/model/layer.ts';
import type { Question } from '../../src/core/model/question.ts';
import { AbortScope } from '../../src/core/resilience/abortScope.ts';
import { systemClock as clock } from '../../src/libraries/systemClock.ts';

/** Times that the layers around one attempt look at the clock: circuit, limiter, watchdog and note; found by counting. */
const clockReadings = 11;

/**
 * What layers of our kind cost before any of them decides anything: six asynchronous functions around the work, the question
 * copied where it changes, the moments that are taken down, and one limit with its timer and its leash.
 */
export const bareBones = (ask: Ask): Ask =>
  stack(plain({ alternatives: 0 }), plain(), plain(), plain(), plain({ onEvent: () => undefined }), limited)(ask);

const plain =
  (changes?: Partial<Question>): Layer =>
  next =>
  async question =>
    await next(changes ? { ...question, ...changes } : question);

const limited: Layer =
  next =>
  async (question): Promise<Answer> => {
    const leash = new AbortScope(question.signal);
    const cancel = clock.after(5_000, () => leash.cut(new Error('out of time')));
    try {
      for (let read = 0; read < clockReadings; read += 1) clock.now();
      return await leash.hold(() => next({ ...question, signal: leash.signal, onEvent: () => undefined }));
    } finally {
      cancel();
      leash.release();
    }
  };
