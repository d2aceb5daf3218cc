import * as l10n from '@vscode/l10n';
import { money, tokenCount } from '../text/budgetText.ts';
import type { BudgetSettings } from '../settings/checkedSettings.ts';
import type { SettingProblem } from '../settings/settingProblem.ts';
import { settingProblemText } from '../settings/settingProblemText.ts';
import type { NotificationLevel } from '../platform/notificationLevel.ts';

/** What telling of unfit budget settings needs of the world. */
export interface BudgetSettingNotifierParts {
  readonly level: () => NotificationLevel;
  readonly settings: () => BudgetSettings;
  /** What could not be used in the settings as it stood. */
  readonly problems: () => readonly SettingProblem[];
  /** Shows a message with a button; resolves with it when it was pressed. */
  readonly show: (message: string, button: string) => PromiseLike<string | undefined>;
  readonly openSettings: () => PromiseLike<unknown>;
}

/** A budget that cannot be read is money: it is told, not only written to the log. Each problem once in a window. */
export class BudgetSettingNotifier {
  readonly #parts: BudgetSettingNotifierParts;
  readonly #told = new Set<string>();

  constructor(parts: BudgetSettingNotifierParts) {
    this.#parts = parts;
  }

  /** Says what is new, in one message. Resolves when that is closed. */
  async look(): Promise<void> {
    const { problems, settings, level, show, openSettings } = this.#parts;
    const found = problems().filter(({ key }) => key.startsWith('budget.'));
    const words = found.map(problem => `${settingProblemText(problem)} ${limitWords(problem, settings())}`.trim());
    const fresh = words.filter(each => !this.#told.has(each));
    for (const each of fresh) this.#told.add(each);
    if (fresh.length === 0 || level() === 'none') return;
    const open = l10n.t('Open Settings');
    if ((await show(fresh.join(' '), open)) === open) await openSettings();
  }
}

/** The limit that holds instead; '' for what is no limit. */
function limitWords({ key }: SettingProblem, { dayTokens, monthTokens, monthUsd }: BudgetSettings): string {
  const noLimit = l10n.t('As a result, there is no such limit.');
  if (key === 'budget.workspaceDailyTokens')
    return dayTokens > 0 ? l10n.t('The limit is {0} tokens per day.', tokenCount(dayTokens)) : noLimit;
  if (key === 'budget.workspaceMonthlyTokens')
    return monthTokens > 0 ? l10n.t('The limit is {0} tokens per month.', tokenCount(monthTokens)) : noLimit;
  if (key !== 'budget.monthlyUsd') return '';
  return monthUsd > 0 ? l10n.t('The limit is {0} per month.', money(monthUsd)) : noLimit;
}
