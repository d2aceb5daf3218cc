import type { Layer } from '../model/layer.ts';
import { Failure } from '../model/failure.ts';
import type { Answer } from '../model/answer.ts';
import type { Question } from '../model/question.ts';

export interface LastResorts {
  /** The same question's answer of before, however old. */
  readonly older: (question: Question) => Answer | undefined | Promise<Answer | undefined>;
  /** The answer to a similar question; undefined: there is none, or it is not wanted. */
  readonly similar?: (question: Question) => Answer | undefined | Promise<Answer | undefined>;
}

/**
 * When nobody could answer: the same question's older answer, one to a similar question, then what its purpose says
 * without a model, each said as such. Stands outside the deadline, so it works when time is up. A text that the user has already seen in part is not
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

async function find({ older, similar }: LastResorts, question: Question): Promise<Found | undefined> {
  const stale = await older(question);
  if (stale) return { by: 'stale', answer: stale };
  const alike = await similar?.(question);
  if (alike) return { by: 'similar', answer: alike };
  const said = await question.purpose?.offline?.();
  return said && { by: 'offline', answer: { ...unasked, ...said } };
}

/** What every answer has that no model gave. */
const unasked: Omit<Answer, 'text'> = {
  from: 'offline',
  model: '',
  usage: { inputTokens: 0, outputTokens: 0, cachedInputTokens: 0, exact: true },
  freshness: 'offline',
  ageMs: 0,
  finish: 'stop',
  degraded: ['offline'],
};
