import * as l10n from '@vscode/l10n';
import type { OverBudget } from '../../core/layers/budget.ts';
import { Failure } from '../../core/model/failure.ts';
import type { ExpectedAsk } from '../asking/expectations.ts';
import type { User } from '../platform/user.ts';
import { budgetLimitText } from '../provenance/noteText.ts';
import { plainLabel } from '../text/cleanText.ts';
import { failureMessage } from '../text/failureMessage.ts';
import { expectedTexts } from '../provenance/expectedText.ts';

/** In a few words why the budget does not cover it. */
export const overBudgetText = (why: OverBudget): string =>
  why === 'unkept' ? l10n.t('usage cannot be saved') : budgetLimitText(why);

/**
 * Says before anything is sent that the budget does not cover it, and with what way out; `true`: the user lets it go over. What is
 * covered is not asked about: undefined.
 */
export async function leaveToGoOver(
  { target, option, overBudget }: ExpectedAsk,
  user: Pick<User, 'confirm'>,
): Promise<boolean | undefined> {
  if (overBudget === undefined) return undefined;
  const { happened, todo } = failureMessage(new Failure('budget-spent', { code: overBudget, sent: 'no' }), id => id);
  const expected = l10n.t('{0}: {1}', plainLabel(target.label), expectedTexts(option).join(', '));
  return user.confirm({ question: happened, detail: `${expected}\n\n${todo}`, yes: l10n.t('Ask Over Budget') });
}
