import * as l10n from '@vscode/l10n';

/** How many questions are kept for later, where there are any. */
export function deferredText(count: number): string {
  return count === 1 ? l10n.t('1 question kept for later') : l10n.t('{0} questions kept for later', count);
}

/** How many models are paused although nobody has paused them. */
export function stoppedText(count: number): string {
  return count === 1 ? l10n.t('1 model is paused after errors') : l10n.t('{0} models are paused after errors', count);
}

/** How many findings of reviews are open. */
export const findingsText = (count: number): string =>
  count === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', count);

/** How many answers, and questions that nobody answered, wait for a decision. */
export const decisionsText = (count: number): string =>
  count === 1 ? l10n.t('1 entry needs your decision') : l10n.t('{0} entries need your decision', count);
