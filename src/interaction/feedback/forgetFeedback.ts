import * as l10n from '@vscode/l10n';
import type { SharedFeedback } from '../../core/feedback/sharedFeedback.ts';
import type { User } from '../platform/user.ts';

/** What forgetting and exporting need of the world. */
export interface FeedbackParts {
  readonly feedback: Pick<SharedFeedback, 'refresh' | 'all' | 'forget'>;
  readonly user: Pick<User, 'confirm' | 'tell' | 'warn'>;
}

/** Forgets, after a question, all that was said of answers, in all windows. */
export async function forgetFeedback({ feedback, user }: FeedbackParts): Promise<void> {
  await feedback.refresh();
  const { length } = feedback.all;
  if (length === 0) return user.tell(noFeedbackText());
  const isSure = await user.confirm({
    question: l10n.t('Forget your feedback on {0} answers?', length),
    detail: l10n.t('It is forgotten in all windows, and cannot be brought back. Edits and answers stay.'),
    yes: l10n.t('Forget'),
  });
  if (!isSure) return;
  await feedback.forget();
  user.tell(l10n.t('Your feedback is forgotten.'));
}

/** What is said where nothing was said yet. */
export const noFeedbackText = (): string =>
  l10n.t('There is no feedback yet. Every answer has the buttons Helpful and Not Helpful.');
