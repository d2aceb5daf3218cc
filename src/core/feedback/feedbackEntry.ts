import type { SignCode } from '../model/answer.ts';
import { tasks, type Task } from '../model/purpose.ts';
import type { LogRecord } from '../shared/sharedLog.ts';

/** What the user said of one answer or decided about it, and what was known of that: names and numbers, no text of anybody. */
export interface FeedbackEntry {
  readonly isHelpful: boolean;
  /** Wall-clock ms of the word, not of the answer. */
  readonly at: number;
  /** undefined: not known to this version. */
  readonly task: Task | undefined;
  /** Id of the target that answered. */
  readonly target: string;
  /** The score of its confidence; undefined: nobody judged it. */
  readonly score: number | undefined;
  /** What was found in it, strongest first; at most `mostSigns`. */
  readonly signs: readonly string[];
  /** So many of the first signs spoke against it; undefined: written before that was known. */
  readonly doubts?: number;
  /** Opaque id of the workspace; undefined: written before that was known. */
  readonly place?: string;
  /** It was not said: the user has used or discarded a doubted answer, or approved or rejected one that waited. */
  readonly by?: 'decision';
}

/** More would not fit into a line of the log. */
export const mostSigns = 8;
const longestTarget = 120;
const longestPlace = 80;

/** What is written for it. `id` is the question's. */
export const feedbackRecord = (id: string, entry: FeedbackEntry): LogRecord => ({
  kind: 'feedback',
  id,
  at: entry.at,
  helpful: entry.isHelpful,
  target: entry.target.slice(0, longestTarget),
  ...(entry.task !== undefined && { task: entry.task }),
  ...(entry.score !== undefined && { score: Number(entry.score.toFixed(3)) }),
  ...(entry.signs.length > 0 && { signs: entry.signs.slice(0, mostSigns).join(' ') }),
  ...(entry.doubts !== undefined && { doubts: entry.doubts }),
  ...(entry.place !== undefined && { place: entry.place.slice(0, longestPlace) }),
  ...(entry.by && { by: entry.by }),
});

/** Reads a record of any origin; undefined: it is none that this version understands. */
export function readFeedback({ id, at, helpful, target, task, score, signs = '', ...more }: LogRecord) {
  if (typeof id !== 'string' || id === '' || typeof helpful !== 'boolean') return undefined;
  if (typeof at !== 'number' || !Number.isFinite(at) || typeof target !== 'string' || target === '') return undefined;
  if (typeof signs !== 'string') return undefined;
  const entry: FeedbackEntry = {
    ...{ isHelpful: helpful, at, target },
    task: tasks.find(each => each === task),
    score: typeof score === 'number' && score >= 0 && score <= 1 ? score : undefined,
    signs: signs.split(' ').filter(isCode).slice(0, mostSigns),
    ...readMore(more),
  };
  return { id, entry };
}

function readMore({ doubts, place, by }: LogRecord): Pick<FeedbackEntry, 'doubts' | 'place' | 'by'> {
  const isCount = typeof doubts === 'number' && Number.isSafeInteger(doubts) && doubts >= 0 && doubts <= mostSigns;
  return {
    ...(isCount && { doubts }),
    ...(typeof place === 'string' && place !== '' && place.length <= longestPlace && { place }),
    ...(by === 'decision' && { by }),
  };
}

/** Does it look like the code of a sign? A later version may know others. */
const isCode = (text: string): text is SignCode => /^[a-z][a-z-]{1,40}$/.test(text);
