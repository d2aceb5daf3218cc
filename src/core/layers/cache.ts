import type { Layer } from '../model/layer.ts';
import type { AnswerCache } from '../cache/answerCache.ts';
import { likenessOf } from '../cache/similarity.ts';
import { questionKey, type Hash } from '../cache/questionKey.ts';
import type { Target } from '../model/target.ts';
import { targetKey } from '../cache/targetKey.ts';
import type { Answer } from '../model/answer.ts';
import type { Question } from '../model/question.ts';

export interface CacheParts {
  readonly answers: AnswerCache;
  readonly hash: Hash;
  /** The targets this question may go to, in chain order. */
  readonly targets: (question: Question) => readonly Target[];
  readonly enabled: () => boolean;
  /** How alike the words of a similar question must be, in [0.85, 1); 1 or undefined: none is similar. */
  readonly similarity?: () => number;
}

// a question about the present has another answer tomorrow (decisions 17)
const aboutThePresent =
  /\b(?:now|today|tonight|yesterday|tomorrow|latest|newest|currently|current(?:ly)? (?:version|release|date|time)|this (?:week|month|year)|heute|gestern|jetzt|derzeit|aktuell\w*|neueste\w*)\b|\d{1,2}:\d{2}/i;

/** What the user typed, now and in the turns before; an instruction or question of today may refer to one of those. */
const isAsked = (name: string): boolean =>
  name === 'question' || name === 'instruction' || name === 'earlier question' || name === 'follow-up';

/**
 * Gives a remembered answer instead of asking, when an allowed target has given one that is still fresh. Keeps an answer
 * under the target that gave it, and only a whole, natural, undoubted one to a question that was asked at temperature 0.
 */
export const cache =
  (parts: CacheParts): Layer =>
  next =>
  async question => {
    const { answers, hash, targets, enabled } = parts;
    if (!enabled() || !isCacheable(question)) return next(question);
    const key = questionKey(question, hash);
    let found = question.fresh ? undefined : fresh(parts, question, key);
    const reading = found ? undefined : answers.refresh();
    if (reading && !question.fresh) {
      await reading;
      found = fresh(parts, question, key);
    }
    if (found) {
      question.notes({ kind: 'remembered', target: found.from, ageMs: found.ageMs });
      return found;
    }
    const answer = await next({ ...question, key });
    const giver = targets(question).find(({ id }) => id === answer.from);
    if (giver && isWorthKeeping(answer)) answers.remember(keyAt(key, giver, hash), answer, likening(parts, question));
    return answer;
  };

/** The same question's answer of before, however old, of a target that is allowed here: better than none (F166). */
export function olderAnswer(parts: CacheParts, question: Question): Answer | undefined {
  const { answers, hash, enabled } = parts;
  if (!enabled() || !isCacheable(question)) return undefined;
  const found = lookUp(parts, question, questionKey(question, hash), key => answers.older(key));
  return found && { ...found, degraded: ['stale'] };
}

/**
 * The answer, of a target that is allowed here, to a question that asks the same in other words: better than none, and never
 * for an edit.
 */
export function similarAnswer(parts: CacheParts, question: Question): Answer | undefined {
  const { answers, hash, enabled, targets } = parts;
  const threshold = thresholdOf(parts);
  if (!enabled() || threshold >= 1 || !isCacheable(question)) return undefined;
  const likeness = likenessOf(question, hash);
  if (!likeness) return undefined;
  const givers = new Map(targets(question).map(target => [targetKey(target, hash), target.id]));
  const found = answers.similar(likeness, [...givers.keys()], threshold);
  const from = givers.get(found?.targetKey ?? '');
  return found && from !== undefined ? { ...found.answer, from, degraded: ['similar'] } : undefined;
}

/** What may make this question's answer do for another one; undefined: nothing. */
const likening = (parts: CacheParts, question: Question) =>
  thresholdOf(parts) < 1 ? () => likenessOf(question, parts.hash) : undefined;

const thresholdOf = ({ similarity }: CacheParts): number => similarity?.() ?? 1;

const fresh = (parts: CacheParts, question: Question, key: string): Answer | undefined =>
  lookUp(parts, question, key, key => parts.answers.fresh(key));

function lookUp(
  { hash, targets }: CacheParts,
  question: Question,
  key: string,
  find: (key: string) => Answer | undefined,
): Answer | undefined {
  for (const target of targets(question)) {
    const found = find(keyAt(key, target, hash));
    if (found) return { ...found, from: target.id };
  }
  return undefined;
}

const keyAt = (key: string, target: Target, hash: Hash): string => `${key} ${targetKey(target, hash)}`;

function isCacheable({ sampling, prompt }: Question): boolean {
  return (
    sampling.temperature === 0 && !prompt.sections.some(({ name, text }) => isAsked(name) && aboutThePresent.test(text))
  );
}

function isWorthKeeping({ text, freshness, finish, degraded, confidence }: Answer): boolean {
  const undoubted = confidence?.tier !== 'doubtful' && !text.includes('\uFFFD'); // bytes were lost on the way (F107)
  return freshness === 'live' && finish === 'stop' && degraded.length === 0 && undoubted;
}
