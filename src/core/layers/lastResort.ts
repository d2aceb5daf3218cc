import type { Answer, Layer, Question } from '../model/ask.ts';
import { Failure } from '../model/failure.ts';

/** An answer without any model, from what is known on this machine; undefined: none for this task. */
export type OfflineAnswer = (question: Question) => Promise<Answer | undefined>;

export interface LastResorts {
  /** The same question's answer of before, however old. */
  readonly older: (question: Question) => Answer | undefined | Promise<Answer | undefined>;
  /** The answer to a similar question; undefined: there is none, or it is not wanted. */
  readonly similar?: (question: Question) => Answer | undefined | Promise<Answer | undefined>;
  readonly offline: OfflineAnswer;
}

/**
 * When nobody could answer: the same question's older answer, one to a similar question, then the offline rules, each said
 * as such. Stands outside the deadline, so it works when time is up. A text that the user has already seen in part is not
 * covered by another one.
 */
export const lastResort =
  (resorts: LastResorts): Layer =>
  next =>
  async question => {
    try {
      return await next(question);
    } catch (error) {
      if (!(error instanceof Failure) || !error.rules.lastResort || error.details.partial) throw error;
      const found = await find(resorts, question);
      if (!found) throw error;
      question.notes({ kind: 'last-resort', by: found.by, because: error.kind });
      return { ...found.answer, insteadOf: error };
    }
  };

interface Found {
  readonly by: 'stale' | 'similar' | 'offline';
  readonly answer: Answer;
}

async function find({ older, similar, offline }: LastResorts, question: Question): Promise<Found | undefined> {
  const stale = await older(question);
  if (stale) return { by: 'stale', answer: stale };
  const alike = await similar?.(question);
  if (alike) return { by: 'similar', answer: alike };
  const answer = await offline(question);
  return answer && { by: 'offline', answer };
}
