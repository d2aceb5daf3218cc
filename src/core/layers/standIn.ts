import type { Layer } from '../model/layer.ts';
import { Failure } from '../model/failure.ts';
import type { Answer } from '../model/answer.ts';
import { UnfitAnswer } from './structured.ts';

/**
 * When nobody gave an answer in the form that was asked for, though somebody has answered, and there is no older one: what the
 * form says for that case stands in for it, marked as such, so a question for data always gets data.
 */
export const standIn = (): Layer => next => async question => {
  const json = question.purpose?.expects.json;
  if (!json) return next(question);
  try {
    return await next(question);
  } catch (error) {
    const unfit = error instanceof Failure && !question.signal.aborted ? unfitAnswerIn(error) : undefined;
    if (!unfit) throw error;
    return { ...unfit, text: json.predefined, degraded: [...unfit.degraded, 'predefined'] };
  }
};

/** What the first target of a chain has answered that did not fit; undefined: none did so. */
function unfitAnswerIn(failure: Failure): Answer | undefined {
  const all = [failure, ...(failure.details.others ?? [])];
  return all.flatMap(({ cause }) => (cause instanceof UnfitAnswer ? [cause.answer] : []))[0];
}
