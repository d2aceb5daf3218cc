import * as v from 'valibot';
import { readStoredAnswer, type StoredAnswer } from '../history/storedAnswer.ts';

/** An answer that waited for a person, and what that person has decided. Its texts are masked. */
export interface DecidedAnswer {
  /** Of its turn. */
  readonly id: string;
  /** When it was decided, wall-clock ms. */
  readonly at: number;
  readonly outcome: 'approved' | 'rejected';
  /** What the user wrote beside it; undefined: nothing. */
  readonly note?: string;
  /** The user has changed the code before approving it. */
  readonly isEdited?: boolean;
  readonly kept: StoredAnswer;
}

/** So many decisions are kept, the latest. */
export const mostDecisions = 200;
/** The longest note, characters. */
export const longestNote = 2_000;

const schema = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  at: v.number(),
  outcome: v.picklist(['approved', 'rejected']),
  note: v.exactOptional(v.pipe(v.string(), v.maxLength(longestNote))),
  isEdited: v.exactOptional(v.boolean()),
  kept: v.unknown(),
});

/** Checks what was read from disk; undefined: not one of ours, or damaged. */
export function readDecidedAnswer(value: unknown): DecidedAnswer | undefined {
  const { success, output } = v.safeParse(schema, value);
  const kept = success ? readStoredAnswer(output.kept) : undefined;
  return success && kept ? { ...output, kept } : undefined;
}
