import * as l10n from '@vscode/l10n';
import type { FailureMessage, Told } from './failureWords.ts';

/** Words for questions that the rest of a budget does not cover. */

export function budgetSpent({ code }: Told): FailureMessage {
  return { happened: budgetFault(code), todo: budgetTodo(code), buttons: ['setBudget', 'askOverBudget'] };
}

export function budgetBlocked({ code }: Told): FailureMessage {
  const happened = l10n.t('{0} Nothing was sent.', budgetFault(code));
  return { happened, todo: budgetTodo(code), buttons: [code === 'unkept' ? 'showLog' : 'setBudget', 'askOverBudget'] };
}

/** The codes are those of `BudgetLimit`, and 'unkept' where nobody can say what was used. */
function budgetFault(code: string): string {
  switch (code) {
    case 'day':
      return l10n.t('What is left of today’s tokens of this workspace does not cover this question.');
    case 'month':
      return l10n.t('What is left of this month’s tokens of this workspace does not cover this question.');
    case 'money':
      return l10n.t('What is left of this month’s money does not cover this question.');
    case 'unkept':
      return l10n.t('What was used cannot be written down, so nobody can say how much of the budget is left.');
    default:
      return l10n.t('The budget of this workspace is used.');
  }
}

function budgetTodo(code: string): string {
  if (code === 'unkept')
    return l10n.t(
      'See that there is room where VS Code keeps its data, and that it may write there; the log says what is wrong.',
    );
  if (code === 'money') return l10n.t('Raise the setting steadfast.budget.monthlyUsd, or allow one request over it.');
  return l10n.t('Set a higher budget for this workspace, or allow one request over it.');
}
