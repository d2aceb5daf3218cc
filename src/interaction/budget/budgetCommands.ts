import * as l10n from '@vscode/l10n';
import type { Spending } from '../../core/budget/spending.ts';
import { measureText } from '../text/budgetText.ts';
import type { User } from '../platform/user.ts';

/** The limits that a person may set for one workspace. */
export type OwnLimit = 'day' | 'month';

/** What the commands of the budget need of the world. */
export interface BudgetCommandParts {
  readonly user: Pick<User, 'pick' | 'type' | 'tell' | 'warn'>;
  /** What this workspace has used, and its limits. */
  readonly spending: () => Promise<Spending>;
  /** Tokens that were set for this workspace; undefined: as the settings say. */
  readonly own: (which: OwnLimit) => number | undefined;
  /** undefined: as the settings say again. */
  readonly setOwn: (which: OwnLimit, tokens: number | undefined) => Promise<void>;
}

const mostTokens = 10_000_000_000;

/** Set Workspace Budget: of the day or of the month, for this workspace alone; it may exceed what the settings say. */
export async function setBudget(parts: BudgetCommandParts): Promise<void> {
  const { user, own, setOwn } = parts;
  const spending = await parts.spending();
  const which = await user.pick(l10n.t('Budget of this workspace'), choices(spending, own));
  if (which === undefined) return;
  const typed = await user.type({
    title: which === 'day' ? l10n.t('Tokens per day') : l10n.t('Tokens per month'),
    prompt: l10n.t('Applies to this workspace on this machine. Empty: the limit in the settings applies again.'),
    placeholder: String(spending.measures.find(measure => measure.which === which)?.limit ?? ''),
    check: text =>
      text.trim() === '' || tokensIn(text) ? undefined : l10n.t('A whole number of tokens, such as 300000.'),
  });
  if (typed === undefined) return;
  await setOwn(which, tokensIn(typed));
  const now = await parts.spending();
  const measure = now.measures.find(each => each.which === which);
  if (measure) user.tell(l10n.t('Budget of this workspace, used so far: {0}.', measureText(measure, now)));
  if (!now.isKept)
    user.warn(
      l10n.t('The budget could not be saved. It applies only until you close this window. The log shows the reason.'),
    );
}

function choices({ measures, isEstimated }: Spending, own: BudgetCommandParts['own']) {
  return measures.flatMap(measure => {
    const { which } = measure;
    if (which === 'money') return [];
    const words = measureText(measure, { isEstimated });
    const isOwn = own(which) !== undefined;
    const label = which === 'day' ? l10n.t('Tokens per day') : l10n.t('Tokens per month');
    return [{ label, description: isOwn ? l10n.t('{0}, set for this workspace', words) : words, value: which }];
  });
}

/**
 * '300000', '300 000', '300,000', '300.000', '300k', '1.5M'. undefined: nothing, no number of tokens, or what one person reads
 * as another number than the next, such as '1,500k'.
 */
function tokensIn(text: string): number | undefined {
  const typed = text.replace(/[\s_]/g, '');
  const isWhole = /^(?:\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3})+)$/.test(typed);
  const [, digits = '', unit = ''] = /^(\d+(?:[.,]\d{1,2})?)([kKM])$/.exec(typed) ?? [];
  const tokens = isWhole ? Number(typed.replace(/[.,]/g, '')) : Number(digits.replace(',', '.')) * factorOf(unit);
  return tokens >= 1 && tokens <= mostTokens ? Math.round(tokens) : undefined;
}

const factorOf = (unit: string): number => (unit === 'M' ? 1_000_000 : 1_000);

/** Lets one question go over the budget: the next one of this window that is asked. */
export class OverBudgetOnce {
  #isAllowed = false;

  get isAllowed(): boolean {
    return this.#isAllowed;
  }

  allow(user: Pick<User, 'tell'>): void {
    this.#isAllowed = true;
    user.tell(l10n.t('The next question in this window may go over the budget.'));
  }

  /** May the question that is asked now? Then the one after it may not. */
  take(): boolean {
    const isAllowed = this.#isAllowed;
    this.#isAllowed = false;
    return isAllowed;
  }
}
