import type { NotEscalated } from '../model/note.ts';
import type { Question, Ranked } from '../model/question.ts';
import type { Target } from '../model/target.ts';
import { alike } from '../routing/alike.ts';
import { isWanted } from '../routing/skips.ts';
import { strengthOf } from '../routing/strategies/placing.ts';
import type { EscalationParts } from './escalationParts.ts';

/** Who is asked next, or why nobody is; with the target that comes nearest, where there is one. */
export type Stronger =
  { readonly ranked: Ranked } | { readonly because: NotEscalated; readonly target?: string | undefined };

/** Whose answer is doubted. */
export interface Doubted {
  /** Who gave it. */
  readonly by: Target;
  /** It declined in words: another model of its vendor most likely would, too. */
  readonly isDeclined: boolean;
}

/**
 * The next stronger target for a question: of those that it may go to, the nearest class first, in the order of its route, the first
 * that can be asked now, takes the prompt whole, and is covered by what is left of the budget.
 */
export function nextStronger(question: Question, doubted: Doubted, parts: EscalationParts): Stronger {
  const least = strengthOf(doubted.by.class);
  const stronger = (question.route ?? []).filter(({ target }) => strengthOf(target.class) > least);
  const allowed = stronger.filter(ranked => isWanted(ranked, question)).toSorted(byStrength);
  const [nearest] = allowed;
  if (!nearest) {
    if (stronger.length > 0) return { because: 'not-chosen' };
    return { because: parts.isLocalOnly?.() ? 'local-only' : 'nobody-stronger' };
  }
  const free = allowed.find(ranked => hindrance(ranked, question, { doubted, parts }) === undefined);
  if (free) return { ranked: free };
  const because = hindrance(nearest, question, { doubted, parts }) ?? 'nobody-stronger';
  return { because, target: nearest.target.id };
}

const byStrength = (one: Ranked, other: Ranked): number =>
  strengthOf(one.target.class) - strengthOf(other.target.class);

interface Hindering {
  readonly doubted: Doubted;
  readonly parts: EscalationParts;
}

/** Why this one cannot be asked; undefined: it can. */
function hindrance({ target, because }: Ranked, question: Question, at: Hindering): NotEscalated | undefined {
  const lane = at.parts.laneOf(target);
  if (!lane) return 'not-allowed';
  if (because.code === 'too-small') return 'too-small';
  const common = at.doubted.isDeclined ? alike(target, at.doubted.by) : undefined;
  const held = common ?? lane.closed(question);
  if (held) return held;
  return at.parts.affords(target, question) ? undefined : 'budget';
}
