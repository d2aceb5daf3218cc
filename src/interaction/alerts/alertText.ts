import * as l10n from '@vscode/l10n';
import type { AlertEntry } from '../../core/journal/journalEntry.ts';
import { cleanLine } from '../text/cleanText.ts';
import { percentText } from '../text/numberText.ts';
import { duration } from '../text/time.ts';

/** What an alert says besides what was measured. */
export interface AlertFacts {
  readonly labelOf: (target: string) => string;
  /** Why most of the answers came from another model, in a few words; undefined: of 'fallbacks' it is not known. */
  readonly mainReason?: string | undefined;
}

/** What is wrong, in a sentence, with what it rests on. */
export function alertText({ alert, value, target = '' }: AlertEntry, { labelOf, mainReason }: AlertFacts): string {
  switch (alert) {
    case 'fallbacks':
      return mainReason === undefined
        ? l10n.t(
            'In the last 15 minutes {0} of the answers came from another model than your first choice.',
            percentText(value, 1),
          )
        : l10n.t(
            'In the last 15 minutes {0} of the answers came from another model than your first choice. Most frequent reason: {1}.',
            percentText(value, 1),
            mainReason,
          );
    case 'retries':
      return l10n.t('In the last 15 minutes {0} of the requests were repeats of failed ones.', percentText(value, 1));
    case 'errors':
      return l10n.t('In the last 15 minutes {0} of the questions were answered by no model.', percentText(value, 1));
    case 'slow':
      return l10n.t(
        '{0} now takes {1} to start an answer, much longer than usual.',
        cleanLine(labelOf(target), 60),
        duration(value),
      );
    case 'spend-pace':
      return l10n.t('At this pace the budget of this month is used up on day {0} of the month.', String(value));
    case 'clock':
      return l10n.t(
        'The clock of this computer was set back by {0}. Until it is right, budgets of the day and times in the log may be wrong.',
        duration(value),
      );
  }
}
