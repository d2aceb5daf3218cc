import type { Answer, Layer, Question } from '../ask.ts';
import type { Answers } from '../memory/answers.ts';
import { questionKey, type Hash } from '../questionKey.ts';
import type { Target } from '../target.ts';

export interface CacheParts {
  readonly answers: Answers;
  readonly hash: Hash;
  /** The targets this question may go to, in chain order. */
  readonly targets: (question: Question) => readonly Target[];
  readonly enabled: () => boolean;
}

// a question about the present has another answer tomorrow (decisions 17)
const aboutThePresent =
  /\b(now|today|tonight|latest|newest|current(ly)? version|this (week|month|year))\b|\d{1,2}:\d{2}/i;

/**
 * Gives a remembered answer instead of asking, when an allowed target has given one that is still fresh. Keeps an answer
 * under the target that gave it, and only a whole, natural, undoubted one to a question that was asked at temperature 0.
 */
export const cache =
  ({ answers, hash, targets, enabled }: CacheParts): Layer =>
  next =>
  async question => {
    if (!enabled() || !isCacheable(question)) return next(question);
    const key = questionKey(question, hash);
    const found = question.fresh ? undefined : lookUp(key => answers.fresh(key), key, targets(question));
    if (found) {
      question.notes({ kind: 'remembered', target: found.from, ageMs: found.ageMs });
      return found;
    }
    const answer = await next({ ...question, key });
    const giver = targets(question).find(({ id }) => id === answer.from);
    if (giver && isWorthKeeping(answer)) answers.remember(keyAt(key, giver), answer);
    return answer;
  };

/** The same question's answer of before, however old, of a target that is allowed here: better than none (F166). */
export function olderAnswer({ answers, hash, targets, enabled }: CacheParts, question: Question): Answer | undefined {
  if (!enabled() || !isCacheable(question)) return undefined;
  const found = lookUp(key => answers.older(key), questionKey(question, hash), targets(question));
  return found && { ...found, degraded: ['stale'] };
}

function lookUp(
  find: (key: string) => Answer | undefined,
  key: string,
  targets: readonly Target[],
): Answer | undefined {
  for (const target of targets) {
    const found = find(keyAt(key, target));
    if (found) return { ...found, from: target.id };
  }
  return undefined;
}

const keyAt = (key: string, { provider, baseUrl, model, parameters }: Target): string =>
  `${key} ${provider} ${baseUrl} ${model} ${JSON.stringify(parameters)}`;

function isCacheable({ sampling, prompt }: Question): boolean {
  const asked = prompt.sections.findLast(section => section.name === 'question' || section.name === 'instruction');
  return sampling.temperature === 0 && !(asked && aboutThePresent.test(asked.text));
}

function isWorthKeeping({ text, freshness, finish, degraded, confidence }: Answer): boolean {
  const undoubted = confidence?.tier !== 'doubtful' && !text.includes('\uFFFD'); // bytes were lost on the way (F107)
  return freshness === 'live' && finish === 'stop' && degraded.length === 0 && undoubted;
}
