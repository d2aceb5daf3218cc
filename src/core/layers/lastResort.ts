import type { Answer, Layer, Question } from '../ask.ts';
import { Failure } from '../failure.ts';

/** An answer without any model, from what is known on this machine; undefined: none for this task. */
export type OfflineAnswer = (question: Question) => Promise<Answer | undefined>;

export interface LastResorts {
  /** The same question's answer of before, however old. */
  readonly older: (question: Question) => Answer | undefined;
  readonly offline: OfflineAnswer;
}

/**
 * When nobody could answer: the same question's older answer, then the offline rules, each said as such. Stands outside the
 * deadline, so it works when time is up. A text that the user has already seen in part is not covered by another one.
 */
export const lastResort =
  ({ older, offline }: LastResorts): Layer =>
  next =>
  async question => {
    try {
      return await next(question);
    } catch (error) {
      if (!(error instanceof Failure) || !error.rules.lastResort || error.details.partial) throw error;
      const known = older(question);
      const answer = known ?? (await offline(question));
      if (!answer) throw error;
      question.notes({ kind: 'last-resort', by: known ? 'stale' : 'offline', because: error.kind });
      return { ...answer, insteadOf: error };
    }
  };
