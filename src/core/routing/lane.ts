import type { Ask } from '../model/layer.ts';
import type { Target } from '../model/target.ts';
import type { SkipReason } from '../model/note.ts';
import type { Question, Ranked } from '../model/question.ts';

/** One target of the chain, with the layers of its own around it. */
export interface Lane {
  readonly target: Target;
  readonly ask: Ask;
  /** Why it cannot be asked now; undefined: it can. */
  readonly closed: (question: Question) => SkipReason | undefined;
  /** For how long that holds yet, ms; undefined: that is not known, or nothing does. Default: not known. */
  readonly restsForMs?: () => number | undefined;
  /** How long ago it should have been tried again, ms: this question tries it; undefined: it is asked as usual. Default: that. */
  readonly overdueMs?: (question: Question) => number | undefined;
  /** Ends the rest of its circuit early, so that the next question tries it; false: it must rest on. Default: it must. */
  readonly hurry?: () => boolean;
}

/** The lanes of a question's route, in its order. */
export function inOrderOf(lanes: ReadonlyMap<Target, Lane>): (question: Question) => readonly Lane[] {
  const known = new WeakMap<readonly Ranked[], readonly Lane[]>(); // of the chain as it is written: each time would take 1 µs
  return ({ route = [] }) => {
    const inOrder = known.get(route) ?? route.flatMap(({ target }) => lanes.get(target) ?? []);
    known.set(route, inOrder);
    return inOrder;
  };
}
