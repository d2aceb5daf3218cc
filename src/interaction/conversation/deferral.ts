import * as l10n from '@vscode/l10n';
import type { Failure, FailureKind } from '../../core/model/failure.ts';
import type { Action, ActionView, Notice } from '../../shared/protocol.ts';
import { actionText } from '../text/actionText.ts';
import type { Turn } from './turn.ts';

/**
 * Could nobody answer this turn, so that its question may be kept for later? Not one that the user stopped, did not allow
 * or discarded, and none that continues an answer: it means nothing without the text that it continues.
 */
export function canAskLater(turn: Turn): boolean {
  const { answer, failure, phase } = turn;
  if (turn.queued || turn.isAnsweredLater || turn.continuations !== undefined || turn.decision === 'discarded')
    return false;
  if (phase === 'failed') return !failure || isNobodysFault(failure);
  const isLastResort = answer?.freshness === 'stale' || answer?.freshness === 'offline';
  return phase === 'done' && isLastResort && (!answer.insteadOf || isNobodysFault(answer.insteadOf));
}

/** Did a model answer this turn, now or when the same was asked a short while ago? Then its question waits no longer. */
export function isAnswered({ phase, answer }: Turn): boolean {
  return phase === 'done' && (answer?.freshness === 'live' || answer?.freshness === 'cached');
}

/** With what can be done about keeping the turn's question: to ask later stands beside to ask again. */
export function withDeferral(actions: readonly ActionView[], turn: Turn): readonly ActionView[] {
  const wanted = deferralOf(turn);
  const at = actions.findIndex(({ action }) => action === 'askAgain') + 1 || actions.length;
  return wanted ? actions.toSpliced(at, 0, { action: wanted, primary: false, label: actionText(wanted) }) : actions;
}

function deferralOf(turn: Turn): Action | undefined {
  if (turn.queued) return 'forgetLater';
  return canAskLater(turn) ? 'askLater' : undefined;
}

/** Says that the question is kept, and after it what was said of the turn before. */
export function queuedNotice(before: Notice | undefined): Notice {
  const promise = l10n.t(
    'When a model answers again, Steadfast offers to ask this question; it is never asked automatically. Until then it is in the Steadfast view, under Kept for Later.',
  );
  return {
    kind: 'information',
    title: l10n.t('Kept for later'),
    lines: [promise, ...(before ? [before.title, ...before.lines] : [])],
    ...(before?.advice !== undefined && { advice: before.advice }),
  };
}

/** Only the user can change these. */
const settled: readonly FailureKind[] = ['not-confirmed', 'no-target', 'no-key'];

/** Might another hour bring what this one did not? */
export const isNobodysFault = ({ kind, rules }: Failure): boolean => rules.lastResort && !settled.includes(kind);
