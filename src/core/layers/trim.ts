import type { Layer } from '../ask.ts';
import { Failure } from '../failure.ts';
import { trimTo, type RoomParts } from '../prompt/trimTo.ts';
import type { Target } from '../target.ts';

/**
 * Fits a question to one target: its prompt into the window and the user's limit, its answer into what is left. Stands
 * outside retry, so every try sends the same. An answer to less than the whole prompt is 'trimmed', and therefore not
 * remembered. What cannot be made to fit is not sent: Failure 'context-too-long', code 'window' or 'setting'.
 */
export const trim =
  (target: Target, parts: RoomParts): Layer =>
  next =>
  async question => {
    const trimmed = trimTo(question, target, parts);
    if ('tooLong' in trimmed) {
      const { tooLong: code, tokens, limit } = trimmed;
      throw new Failure('context-too-long', { target: target.id, sent: 'no', code, facts: { tokens, limit } });
    }
    const { leftOut, shortened } = trimmed;
    if (leftOut.length + shortened.length === 0) return next(trimmed.question);
    question.notes({ kind: 'trimmed', target: target.id, leftOut, shortened });
    const answer = await next(trimmed.question);
    return answer.degraded.includes('trimmed') ? answer : { ...answer, degraded: [...answer.degraded, 'trimmed'] };
  };
