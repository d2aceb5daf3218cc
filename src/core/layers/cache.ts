import type { Layer } from '../model/layer.ts';
import { hasWords, wordsIn } from '../model/prompt.ts';
import type { AnswerCache } from '../cache/answerCache.ts';
import { type Clock, unlessAborted } from '../model/clock.ts';
import { areUnchanged, type CurrentHash } from '../cache/usedFiles.ts';
import { likenessOf } from '../cache/similarity.ts';
import { questionKey, type Hash } from '../cache/questionKey.ts';
import type { Target } from '../model/target.ts';
import { targetKey } from '../cache/targetKey.ts';
import type { Answer } from '../model/answer.ts';
import type { UncachedReason } from '../model/note.ts';
import type { Question } from '../model/question.ts';

export interface CacheParts {
  readonly answers: AnswerCache;
  readonly hash: Hash;
  /** The targets this question may go to, in chain order. */
  readonly targets: (question: Question) => readonly Target[];
  readonly enabled: () => boolean;
  readonly clock: Clock;
  /**
   * What other files hold now: an answer that used one which has changed since is not given, neither as the same question's
   * nor as an older or a similar one's, because nobody would see that it speaks of what is no more. Default: none can be read.
   */
  readonly currentHash?: CurrentHash;
  /** How alike the words of a similar question must be, in [0.85, 1); 1 or undefined: none is similar. */
  readonly similarity?: () => number;
}

// a question about the present has another answer tomorrow
const aboutThePresent =
  /\b(?:now|today|tonight|yesterday|tomorrow|latest|newest|currently|current(?:ly)? (?:version|release|date|time)|this (?:week|month|year)|heute|gestern|jetzt|derzeit|aktuell\w*|neueste\w*)\b|\d{1,2}:\d{2}/i;

/**
 * Gives a remembered answer instead of asking, when an allowed target has given one that is still fresh. Keeps an answer
 * under the target that gave it, and only a whole, natural, undoubted one to a question that was asked at temperature 0.
 */
export const cache =
  (parts: CacheParts): Layer =>
  next =>
  async question => {
    const { answers, hash, targets, enabled } = parts;
    const passed = uncachedReason(question, enabled());
    if (passed) question.notes({ kind: 'uncached', because: passed });
    if (passed && passed !== 'asked-again') return next(question);
    const key = questionKey(question, hash);
    let found = question.fresh ? undefined : await fresh(parts, question, key);
    const reading = found ? undefined : answers.refresh();
    if (reading && !question.fresh) {
      await unlessAborted(reading, question.signal);
      found = await fresh(parts, question, key);
    }
    if (found) {
      question.notes({ kind: 'remembered', target: found.from, ageMs: found.ageMs });
      return found;
    }
    const answer = await next({ ...question, key });
    const giver = targets(question).find(({ id }) => id === answer.from);
    if (giver && isWorthKeeping(answer))
      answers.remember(keyAt(key, giver, hash), used(answer, question), likening(parts, question));
    return answer;
  };

/** The same question's answer of before, however old, of a target that is allowed here: better than none (F166). */
export async function olderAnswer(parts: CacheParts, question: Question): Promise<Answer | undefined> {
  const { answers, hash, enabled } = parts;
  if (!enabled() || !isCacheable(question)) return undefined;
  const key = questionKey(question, hash);
  const found = await lookUp(parts, question, at => answers.older(keyAt(key, at, hash)));
  return found && { ...found, degraded: ['stale'] };
}

/**
 * The answer, of a target that is allowed here, to a question that asks the same in other words: better than none, and never
 * for an edit.
 */
export async function similarAnswer(parts: CacheParts, question: Question): Promise<Answer | undefined> {
  const { answers, hash, enabled, targets } = parts;
  const threshold = thresholdOf(parts);
  if (!enabled() || threshold >= 1 || !isCacheable(question)) return undefined;
  const likeness = likenessOf(question, hash);
  if (!likeness) return undefined;
  const givers = new Map(targets(question).map(target => [targetKey(target, hash), target.id]));
  const found = answers.similar(likeness, [...givers.keys()], threshold);
  const from = givers.get(found?.targetKey ?? '');
  const answer = found && (await ifUnchanged(parts, found.answer, question.signal));
  return answer && from !== undefined ? { ...answer, from, degraded: ['similar'] } : undefined;
}

/** What may make this question's answer do for another one; undefined: nothing. */
const likening = (parts: CacheParts, question: Question) =>
  thresholdOf(parts) < 1 ? () => likenessOf(question, parts.hash) : undefined;

const thresholdOf = ({ similarity }: CacheParts): number => similarity?.() ?? 1;

const fresh = (parts: CacheParts, question: Question, key: string): Promise<Answer | undefined> =>
  lookUp(parts, question, at => parts.answers.fresh(keyAt(key, at, parts.hash)));

/** The answer of the first target that has given one which still holds. */
async function lookUp(
  parts: CacheParts,
  question: Question,
  find: (target: Target) => Answer | undefined,
): Promise<Answer | undefined> {
  for (const target of parts.targets(question)) {
    const answer = find(target);
    const found = answer && (await ifUnchanged(parts, answer, question.signal));
    if (found) return { ...found, from: target.id };
  }
  return undefined;
}

/** The answer, as long as the files that it used are as they were. */
async function ifUnchanged(
  { currentHash, clock }: CacheParts,
  answer: Answer,
  signal: AbortSignal,
): Promise<Answer | undefined> {
  const { used: files = [], ...known } = answer;
  if (files.length === 0) return known;
  return currentHash && (await unlessAborted(areUnchanged(files, currentHash, clock), signal)) ? known : undefined;
}

const used = (answer: Answer, { purpose }: Question): Answer =>
  purpose?.used ? { ...answer, used: purpose.used } : answer;

const keyAt = (key: string, target: Target, hash: Hash): string => `${key} ${targetKey(target, hash)}`;

/** Why earlier answers are not looked at; undefined: they are. */
function uncachedReason(question: Question, isEnabled: boolean): UncachedReason | undefined {
  if (!isEnabled) return 'off';
  if (!isCacheable(question)) return 'not-cacheable';
  return question.fresh === true ? 'asked-again' : undefined;
}

/** What the user typed counts, also in the turns before: a question of today may refer to one of those. */
function isCacheable({ request: { sampling, parts }, purpose }: Question): boolean {
  return (
    purpose !== undefined &&
    sampling.temperature === 0 &&
    !parts.some(part => hasWords(part) && aboutThePresent.test(wordsIn(part)))
  );
}

function isWorthKeeping({ text, freshness, finish, degraded, confidence, oddEnd }: Answer): boolean {
  const isSure = oddEnd !== 'no-reason' && !text.includes('\uFFFD'); // bytes were lost on the way (F107)
  const undoubted = confidence?.tier !== 'doubtful' && isSure;
  return freshness === 'live' && finish === 'stop' && degraded.length === 0 && undoubted;
}
