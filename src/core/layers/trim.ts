import type { Layer } from '../model/layer.ts';
import { Failure } from '../model/failure.ts';
import type { TokenReading } from '../prompt/calibration.ts';
import { tokensOfPrompt } from '../prompt/tokens.ts';
import { trimTo, type RoomParts } from '../prompt/trimTo.ts';
import type { Target } from '../model/target.ts';
import type { Answer } from '../model/answer.ts';
import { languageOf, type Question } from '../model/question.ts';

export interface TrimParts extends RoomParts {
  /** Takes what a provider counted, with what was estimated. */
  readonly learn?: (reading: TokenReading) => void;
}

/**
 * Fits a question to one target: its prompt into the window and the user's limit, its answer into what is left. Stands
 * outside retry, so every try sends the same. An answer to less than the whole prompt is 'trimmed', and therefore not
 * remembered. What cannot be made to fit is not sent: Failure 'context-too-long', code 'window' or 'setting'.
 */
export const trim =
  (target: Target, parts: TrimParts): Layer =>
  next =>
  async question => {
    const trimmed = trimTo(question, target, parts);
    if ('tooLong' in trimmed) {
      const { tooLong: code, tokens, limit } = trimmed;
      throw new Failure('context-too-long', { target: target.id, sent: 'no', code, facts: { tokens, limit } });
    }
    const { question: fitting, leftOut, shortened } = trimmed;
    const isWhole = leftOut.length + shortened.length === 0;
    if (!isWhole) {
      const tokens = Math.max(0, tokensOfPrompt(question.request) - tokensOfPrompt(fitting.request));
      question.notes({ kind: 'trimmed', target: target.id, leftOut, shortened, tokens });
    }
    const answer = await next(fitting);
    if (answer.degraded.includes('trimmed')) return answer; // the server wanted it shorter still
    parts.learn?.(readingOf(target, fitting, answer));
    return isWhole ? answer : { ...answer, degraded: [...answer.degraded, 'trimmed'] };
  };

const readingOf = ({ model }: Target, question: Question, { usage }: Answer): TokenReading => ({
  model,
  language: languageOf(question),
  estimated: tokensOfPrompt(question.request),
  reported: usage.exact ? usage.inputTokens : 0, // not believed
});
