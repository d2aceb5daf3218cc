import * as l10n from '@vscode/l10n';
import type { FailureKind } from '../../core/model/failure.ts';
import type { PassedOver } from '../../core/status/questionOutcome.ts';
import { failureName } from './failureNames.ts';

/** Was it the user's own budget that kept a target from being asked? */
export const isForBudget = (because: PassedOver): boolean =>
  because === 'budget' || because === 'budget-spent' || because === 'budget-blocked';

/** Why a target did not answer, in a few words. */
export const passedOverText = (because: PassedOver): string =>
  because in words ? words[because as keyof typeof words]() : failureName(because as FailureKind);

/** What is no failure of a request; the others have names of their own. */
const words = {
  slow: () => l10n.t('slow'),
  'no-room': () => l10n.t('output limit reached before an answer'),
  budget: () => l10n.t('not allowed by your budget'),
  'cooling-down': () => l10n.t('rate limit'),
  credential: () => l10n.t('API key rejected'),
  quota: () => l10n.t('no credit'),
  offline: () => l10n.t('no network'),
} as const satisfies Partial<Record<PassedOver, () => string>>;
