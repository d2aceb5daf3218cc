import type { Clock } from '../model/clock.ts';
import type { Layer } from '../model/layer.ts';
import { assess, type Judged } from '../confidence/assess.ts';
import type { Parse } from '../confidence/reading/parse.ts';
import { hasWords, wordsIn } from '../model/prompt.ts';
import type { Question } from '../model/question.ts';

export interface AssessmentParts {
  readonly parse: Parse;
  /** Signs that this user's decisions have made facts; looked up at each answer. Default: none. */
  readonly demoted?: () => ReadonlyMap<string, number>;
}

/** The slowest assessor, a parser that is loaded with the first answer, takes a tenth of this. */
const longestMs = 2_000;
/** Of the time that is left; no target is asked anew in the time that judging needs. */
const reserve = 0.1;

/**
 * Judges every answer that a model has just given and says so. It attaches what it found and never throws for doubt: what
 * becomes of a doubted answer is decided by `verdictOf` where it is shown. What the provider declined to answer, what was
 * not asked of a model now, and what has no purpose, passes untouched.
 */
export const assessAnswer =
  (clock: Clock, { parse, demoted }: AssessmentParts): Layer =>
  next =>
  async question => {
    const { purpose } = question;
    if (!purpose) return next(question);
    const answer = await next({ ...question, until: reserved(question, clock) });
    if (answer.freshness !== 'live' || answer.finish === 'refused') return answer;
    const { text, finish, usage } = answer;
    const { expects } = purpose;
    const judged = {
      expects,
      instruction: instructionOf(question),
      ...textsOf(question),
      text,
      finish,
      isPromptCut: usage.doubted?.some(({ why }) => why === 'window') ?? false,
    };
    const confidence = await assess(judged, {
      parse,
      clock,
      signal: question.signal,
      limitMs: limitFor(question, clock),
      ...(demoted && { demoted: demoted() }),
    });
    const { tier, score, signs } = confidence;
    question.notes({ kind: 'judged', tier, score, signs: signs.map(sign => sign.code) });
    return { ...answer, confidence };
  };

const reserved = (question: Question, clock: Clock): number =>
  question.until - reserve * Math.max(0, question.until - clock.now());

/** An answer that is there is not lost because judging it takes long: half of what is left is for giving it. */
const limitFor = ({ until }: Question, clock: Clock): number =>
  Math.min(longestMs, Math.max(0, until - clock.now()) / 2);

/** What was sent, and what of it is the same whatever is asked about: what to do. */
function textsOf({ request: { parts } }: Question): Pick<Judged, 'sent' | 'told'> {
  const isTold = ({ role, priority, wordsFrom }: (typeof parts)[number]): boolean =>
    wordsFrom === undefined && (role === 'system' || priority >= always);
  return { sent: parts.map(({ text }) => text), told: parts.filter(isTold).map(({ text }) => text) };
}

/** What is never left out of a prompt. */
const always = 100;

/** The last thing the user said; '' when the user said nothing. */
function instructionOf({ request }: Question): string {
  const asked = request.parts.findLast(hasWords);
  return asked ? wordsIn(asked) : '';
}
