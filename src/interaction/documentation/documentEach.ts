import * as l10n from '@vscode/l10n';
import type { Failure, FailureKind } from '../../core/model/failure.ts';
import { answerAll, type BatchManner, type BatchReply } from '../../assist/batch/answerAll.ts';
import type { BatchLimits } from '../../assist/batch/batches.ts';
import { canAskLater } from '../conversation/deferral.ts';
import type { Turn } from '../conversation/turn.ts';
import { failureMessage } from '../text/failureMessage.ts';
import { cleanLine } from '../text/cleanText.ts';
import type { LabelOf } from '../text/answerSummary.ts';

/** A turn in which declarations were asked about, and those of them that it has a comment for; or why nobody was asked. */
export type AskedAbout<T> = { readonly turn: Turn; readonly done: readonly T[] } | string;

/** How declarations are asked about. */
export interface EachParts<T> {
  /** So many go out as one question. */
  readonly limits: BatchLimits<T>;
  /** Resolves when these have been asked about, in one question. */
  readonly ask: (some: readonly T[], manner: BatchManner) => Promise<AskedAbout<T>>;
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
  /** How many of all these wait to be asked later. Default: none. */
  readonly kept?: number;
}

/** What nobody answered, and another hour may bring. */
export interface ForLater<T> {
  /** The turns in which it was asked. */
  readonly turns: readonly { readonly turn: Turn; readonly count: number }[];
  /** What was not asked any more, in the questions that it would have been asked in. */
  readonly groups: readonly (readonly T[])[];
}

/** Whoever is asked next, it ends like this. */
const forAll: readonly FailureKind[] = [
  ...(['not-confirmed', 'no-target', 'no-key', 'key-store', 'budget-blocked', 'budget-spent', 'all-paused'] as const),
];

/**
 * Asks about all of them, in batches, until all are asked, the user cancels, or nobody answers any more. One that fails, or whose
 * answer cannot be used, holds up none of the others.
 */
export async function documentEach<T extends { readonly name: string }>(
  all: readonly T[],
  parts: EachParts<T>,
): Promise<EachOutcome & { readonly later: ForLater<T> }> {
  const told: Told<T> = { reasons: new Map(), failed: [] };
  const answered = await answerAll<T, true>(all, {
    limits: parts.limits,
    signal: parts.signal,
    ask: async (some, manner) => {
      parts.tell(progressText(all, some));
      return replyOf(some, await parts.ask(some, manner), { told, labelOf: parts.labelOf });
    },
  });
  const { stopped, without, unanswered, notAsked, isCancelled } = answered;
  const left = new Set([...stopped, ...without, ...unanswered.flat()]);
  const wasStopped = l10n.t('stopped while it was being answered');
  return {
    leftOut: all
      .filter(one => left.has(one))
      .map(one => ({ name: nameOf(one), reason: told.reasons.get(one) ?? wasStopped })),
    isCancelled,
    notAsked: notAsked.flat().length,
    later: isCancelled ? { turns: [], groups: [] } : forLater(told, notAsked),
  };
}

/** What was learnt while asking. */
interface Told<T> {
  /** Why a declaration has no comment. */
  readonly reasons: Map<T, string>;
  readonly failed: { readonly turn: Turn; readonly count: number }[];
}

function replyOf<T>(
  some: readonly T[],
  asked: AskedAbout<T>,
  { told, labelOf }: { readonly told: Told<T>; readonly labelOf: LabelOf },
): BatchReply<T, true> {
  const explain = (reason: string): void => some.forEach(one => told.reasons.set(one, reason));
  if (typeof asked === 'string') {
    explain(asked);
    return some.length > 1 ? { is: 'answered', results: new Map() } : { is: 'unasked' }; // each may have a reason of its own
  }
  const { turn, done } = asked;
  if (turn.phase === 'cancelled') return { is: 'cancelled' };
  const failure = failureIn(turn);
  explain(reasonOf(turn, labelOf) ?? l10n.t('The answer has no comment for it.'));
  if (!failure) return { is: 'answered', results: new Map(done.map(one => [one, true])) };
  told.failed.push({ turn, count: some.length });
  return { is: 'failed', isFinal: forAll.includes(failure.kind) };
}

/** Nothing where the last failure is one that only the user can mend. */
function forLater<T>({ failed }: Told<T>, notAsked: readonly (readonly T[])[]): ForLater<T> {
  const turns = failed.filter(({ turn }) => canAskLater(turn));
  const last = failed.at(-1);
  return { turns, groups: last && canAskLater(last.turn) ? notAsked : [] };
}

const nameOf = ({ name }: { readonly name: string }): string => cleanLine(name, 60);

/** '4 of 30: parse', '1 to 10 of 30: parse to print' */
function progressText<T extends { readonly name: string }>(all: readonly T[], some: readonly T[]): string {
  const [first, last] = [some[0], some.at(-1)];
  if (!first || !last) return '';
  const at = all.indexOf(first) + 1;
  if (some.length === 1) return l10n.t('{0} of {1}: {2}', at, all.length, nameOf(first));
  return l10n.t('{0} to {1} of {2}: {3}', at, all.indexOf(last) + 1, all.length, `${nameOf(first)} … ${nameOf(last)}`);
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
