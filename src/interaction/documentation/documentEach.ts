import * as l10n from '@vscode/l10n';
import type { Failure, FailureKind } from '../../core/model/failure.ts';
import type { Turn } from '../conversation/turn.ts';
import { failureMessage } from '../text/failureMessage.ts';
import { cleanLine } from '../text/cleanText.ts';
import type { LabelOf } from '../text/noteText.ts';

/** How one declaration after the other is asked about. */
export interface EachParts<T> {
  /** Resolves with the turn in which it was asked, or with why nobody was asked. */
  readonly ask: (one: T) => Promise<Turn | string>;
  /** Says how far it is. */
  readonly tell: (words: string) => void;
  readonly labelOf: LabelOf;
  /** Aborted: no more is asked. */
  readonly signal: AbortSignal;
}

/** A declaration that has no comment in the end, and why. */
export interface LeftOut {
  readonly name: string;
  readonly reason: string;
}

/** What came of it. */
export interface EachOutcome {
  readonly leftOut: readonly LeftOut[];
  readonly isCancelled: boolean;
  /** How many nobody was asked about, because it was cancelled or the next one would have fared like those before. */
  readonly notAsked: number;
}

/** Whoever is asked next, it ends like this. */
const forAll: readonly FailureKind[] = [
  ...(['not-confirmed', 'no-target', 'no-key', 'key-store', 'budget-blocked', 'budget-spent', 'all-paused'] as const),
];

/** After so many failures one after the other it would go on like that. */
const mostFailures = 2;

/**
 * Asks about each of them, one by one, until all are asked, the user cancels, or nobody answers any more. One that fails, or whose
 * answer cannot be used, holds up none of the others.
 */
export async function documentEach<T extends { readonly name: string }>(
  all: readonly T[],
  { ask, tell, labelOf, signal }: EachParts<T>,
): Promise<EachOutcome> {
  const leftOut: LeftOut[] = [];
  let failures = 0;
  for (const [at, one] of all.entries()) {
    if (signal.aborted) return { leftOut, isCancelled: true, notAsked: all.length - at };
    const name = cleanLine(one.name, 60);
    tell(l10n.t('{0} of {1}: {2}', at + 1, all.length, name));
    const turn = await ask(one);
    if (typeof turn !== 'string' && turn.phase === 'cancelled') {
      leftOut.push({ name, reason: l10n.t('stopped while it was being answered') });
      return { leftOut, isCancelled: true, notAsked: all.length - at - 1 };
    }
    const reason = typeof turn === 'string' ? turn : reasonOf(turn, labelOf);
    if (reason !== undefined) leftOut.push({ name, reason });
    const failure = typeof turn === 'string' ? undefined : failureIn(turn);
    failures = failure ? failures + 1 : 0;
    if (failure && (forAll.includes(failure.kind) || failures >= mostFailures))
      return { leftOut, isCancelled: false, notAsked: all.length - at - 1 };
  }
  return { leftOut, isCancelled: false, notAsked: 0 };
}

const failureIn = ({ proposed, failure, answer }: Turn): Failure | undefined =>
  proposed ? undefined : (failure ?? answer?.insteadOf);

/** Why the answer of a turn is not used; undefined: it is. */
function reasonOf(turn: Turn, labelOf: LabelOf): string | undefined {
  if (turn.proposed) return undefined;
  const failure = failureIn(turn);
  if (failure) return failureMessage(failure, labelOf).happened;
  return turn.unusable ?? turn.onlyShown ?? l10n.t('Its answer is doubted.');
}
