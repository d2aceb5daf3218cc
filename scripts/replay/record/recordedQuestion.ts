import type { QuestionEntry } from '../../../src/core/journal/journalEntry.ts';
import { recordedAttempts, type RecordedAttempt } from './recordedAttempt.ts';

/** A question of the journal that is to be asked again. Moments are ms since the first one began. */
export interface RecordedQuestion {
  /** Its own among all; ids of requests may repeat, where a user was asked about the budget in between. */
  readonly key: string;
  readonly entry: QuestionEntry;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly attempts: ReadonlyMap<string, readonly RecordedAttempt[]>;
  /** When something of it happened, ascending. */
  readonly moments: readonly number[];
}

/** What to replay of a question, when the journal begins at `beganAt` (wall-clock ms). */
export function recordedQuestion(entry: QuestionEntry, at: number, beganAt: number): RecordedQuestion {
  const startsAt = entry.at - beganAt;
  const endsAt = startsAt + entry.tookMs;
  const moments = entry.attempts.flatMap(({ startMs, tookMs }) => [startsAt + startMs, startsAt + startMs + tookMs]);
  return {
    key: `q${at}`,
    ...{ entry, startsAt, endsAt },
    attempts: recordedAttempts(entry),
    moments: [...moments, endsAt].toSorted((one, other) => one - other),
  };
}

/** Who was tried beside another one that then answered: how that try ended is not in the journal, because nobody waited for it. */
export const wasLetGo = ({ attempts, entry }: Pick<RecordedQuestion, 'attempts' | 'entry'>, target: string): boolean =>
  !attempts.has(target) && entry.decisions.some(({ kind, other }) => kind === 'hedged' && other === target);
