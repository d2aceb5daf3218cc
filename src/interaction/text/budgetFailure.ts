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
      return l10n.t('The tokens left in this workspace’s budget for today are not enough for this question.');
    case 'month':
      return l10n.t('The tokens left in this workspace’s budget for this month are not enough for this question.');
    case 'money':
      return l10n.t('The money left in this month’s budget is not enough for this question.');
    case 'unkept':
      return l10n.t('Usage cannot be saved, so it is not known how much of the budget is left.');
    default:
      return l10n.t('This question goes over the budget of this workspace.');
  }
}

function budgetTodo(code: string): string {
  if (code === 'unkept')
    return l10n.t(
      'Check that there is free space where VS Code stores its data, and that VS Code may write there. The log shows what is wrong.',
    );
  if (code === 'money') return l10n.t('Raise the setting steadfast.budget.monthlyUsd, or allow one question over it.');
  return l10n.t('Set a higher budget for this workspace, or allow one question over it.');
}
