import * as l10n from '@vscode/l10n';
import type { FindingKind, ReviewFindings } from '../../assist/finding.ts';

/** What a kind of findings is called. */
export const kindText = (kind: FindingKind): string => kinds[kind]();

const kinds: Readonly<Record<FindingKind, () => string>> = {
  bug: () => l10n.t('bug'),
  security: () => l10n.t('security'),
  performance: () => l10n.t('performance'),
  robustness: () => l10n.t('robustness'),
  readability: () => l10n.t('readability'),
  other: () => l10n.t('other'),
};

/** What came of a review. */
export interface ReviewResult extends Pick<ReviewFindings, 'unfounded' | 'ambiguous' | 'unread'> {
  /** What was reviewed: 'cart.ts'. */
  readonly file: string;
  readonly shown: number;
  /** The user wants to hear of them no more. */
  readonly dismissed: number;
  /** Their code has been changed since it was asked about. */
  readonly outdated: number;
}

/** What a review has found, and what of its answer is not shown and why. */
export function reviewText({
  file,
  shown,
  dismissed,
  outdated,
  unfounded,
  ambiguous,
  unread = 0,
}: ReviewResult): string {
  const parts = [
    foundText(file, shown),
    countText(unread, {
      one: () => l10n.t('One part was not reviewed: what was answered about it is no review.'),
      more: count => l10n.t('{0} parts were not reviewed: what was answered about them is no review.', count),
    }),
    countText(unfounded, {
      one: () => l10n.t('One was left out: the code that it quotes is not there.'),
      more: count => l10n.t('{0} were left out: the code that they quote is not there.', count),
    }),
    countText(ambiguous, {
      one: () => l10n.t('One was left out: the code that it quotes stands in several places.'),
      more: count => l10n.t('{0} were left out: the code that they quote stands in several places.', count),
    }),
    countText(outdated, {
      one: () => l10n.t('One was left out: its code has been changed since.'),
      more: count => l10n.t('{0} were left out: their code has been changed since.', count),
    }),
    countText(dismissed, {
      one: () => l10n.t('One that you dismissed is not shown.'),
      more: count => l10n.t('{0} that you dismissed are not shown.', count),
    }),
  ];
  return parts.filter(part => part !== '').join(' ');
}

function foundText(file: string, shown: number): string {
  if (shown === 0) return l10n.t('The review of {0} has no findings to show. That does not prove it right.', file);
  return shown === 1 ? l10n.t('One finding in {0}.', file) : l10n.t('{0} findings in {1}.', shown, file);
}

interface Counted {
  readonly one: () => string;
  readonly more: (count: number) => string;
}

function countText(count: number, { one, more }: Counted): string {
  if (count === 0) return '';
  return count === 1 ? one() : more(count);
}
