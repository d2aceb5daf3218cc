import type { Answer, Layer, Question } from '../ask.ts';
import { Failure } from '../failure.ts';

/** An answer without any model, from what is known on this machine; undefined: none for this task. */
export type OfflineAnswer = (question: Question) => Promise<Answer | undefined>;

/**
 * When nobody could answer: the offline rules, said as such. Stands outside the deadline, so it works when time is up.
 * A text that the user has already seen in part is not covered by another one.
 */
export const lastResort =
  (offline: OfflineAnswer): Layer =>
  next =>
  async question => {
    try {
      return await next(question);
    } catch (error) {
      if (!(error instanceof Failure) || !error.rules.lastResort || error.details.partial) throw error;
      const answer = await offline(question);
      if (!answer) throw error;
      question.notes({ kind: 'last-resort', by: 'offline', because: error.kind });
      return { ...answer, insteadOf: error };
    }
  };
