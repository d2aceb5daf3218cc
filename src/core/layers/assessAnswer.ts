import type { Clock } from '../model/clock.ts';
import type { Layer } from '../model/layer.ts';
import { assess } from '../confidence/assess.ts';
import type { Parse } from '../confidence/parse.ts';
import type { Answer } from '../model/answer.ts';
import type { Question } from '../model/question.ts';

export interface AssessmentParts {
  readonly parse: Parse;
}

const reserve = 0.1; // decisions 1: nobody begins anew in the time that judging needs

/**
 * Judges every answer that a model has just given and says so. It attaches what it found and never throws for doubt: what
 * becomes of a doubted answer is decided by `verdictOf` where it is shown. What the provider declined to answer, and what
 * was not asked of a model now, passes untouched.
 */
export const assessAnswer =
  (clock: Clock, { parse }: AssessmentParts): Layer =>
  next =>
  async question => {
    const answer = await next({ ...question, until: reserved(question, clock) });
    return answer.freshness === 'live' && answer.finish !== 'refused' ? judged(answer, question, parse) : answer;
  };

const reserved = (question: Question, clock: Clock): number =>
  question.until - reserve * Math.max(0, question.until - clock.now());

async function judged(answer: Answer, question: Question, parse: Parse): Promise<Answer> {
  const { text, finish } = answer;
  const { expects, notes } = question;
  const confidence = await assess({ expects, instruction: instructionOf(question), text, finish }, parse);
  const { tier, score, signs } = confidence;
  notes({ kind: 'judged', tier, score, signs: signs.map(sign => sign.code) });
  return { ...answer, confidence };
}

/** The last thing the user said, by the names that the assistances give it. */
const instructionOf = ({ prompt }: Question): string =>
  prompt.sections.findLast(section => section.name === 'instruction' || section.name === 'question')?.text ?? '';
