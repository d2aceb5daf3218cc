import type { Ask } from '../model/layer.ts';
import type { Target } from '../model/target.ts';
import type { SkipReason } from '../model/note.ts';
import type { Question } from '../model/question.ts';

/** One target of the chain, with the layers of its own around it. */
export interface Lane {
  readonly target: Target;
  readonly ask: Ask;
  /** Why it cannot be asked now; undefined: it can. */
  readonly closed: (question: Question) => SkipReason | undefined;
  /** How long ago it should have been tried again, ms: this question tries it; undefined: it is asked as usual. Default: that. */
  readonly overdueMs?: (question: Question) => number | undefined;
  /** Ends the rest of its circuit early, so that the next question tries it; false: it must rest on. Default: it must. */
  readonly hurry?: () => boolean;
}
