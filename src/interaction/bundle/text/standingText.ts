import * as l10n from '@vscode/l10n';
import type { Spending } from '../../../core/budget/spending.ts';
import type { Status } from '../../../core/status/status.ts';
import { measureText } from '../../text/budgetText.ts';
import { lastFailureText, statusText, targetState } from '../../status/statusText.ts';

/** How everything stands now: the status bar, each model with its last failure, and what is used of the budget. */
export const standingText = (status: Status, spending: Spending): readonly string[] => [
  l10n.t('Status bar: {0}', statusText(status).replace(/^\$\([\w~-]+\) ?/, '')),
  ...status.targets.map(target => {
    const state = targetState(target);
    return target.lastFailure
      ? l10n.t('{0}: {1}; last failure: {2}', target.label, state, lastFailureText(target.lastFailure))
      : l10n.t('{0}: {1}', target.label, state);
  }),
  ...spending.measures.map(measure => measureText(measure, spending)),
];
