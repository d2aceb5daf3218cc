import * as l10n from '@vscode/l10n';
import type { Retirement } from '../../core/budget/retiredModels.ts';
import { dayTexts } from '../text/numberText.ts';

/** That a model has been taken away by its vendor, or when it will be, and what the vendor names in its place. */
export function retirementText({ day, successor, isOver }: Retirement): string {
  if (isOver) {
    return successor === undefined
      ? l10n.t('retired by its provider')
      : l10n.t('retired by its provider; successor: {0}', successor);
  }
  const [date = day] = dayTexts([new Date(`${day}T12:00`).getTime()]);
  return successor === undefined
    ? l10n.t('will be retired on {0}', date)
    : l10n.t('will be retired on {0}; successor: {1}', date, successor);
}
