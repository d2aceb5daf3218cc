import * as l10n from '@vscode/l10n';
import type { ComparedProblems, Problem } from '../../assist/problems/comparedProblems.ts';

/** What came of an edit that was to fix problems, in one sentence: '2 errors gone, none new.' */
export function problemsText({ gone, left, added }: ComparedProblems): string {
  if (gone.length === 0 && added.length === 0)
    return left.length === 0
      ? l10n.t('The editor reports no problem there any more.')
      : l10n.t('The editor still reports the same: {0}.', countText(left));
  if (added.length === 0)
    return left.length === 0
      ? l10n.t('{0} gone, none new.', countText(gone))
      : l10n.t('{0} gone, none new, {1} left.', countText(gone), countText(left));
  return gone.length === 0
    ? l10n.t('{0} new, none gone.', countText(added))
    : l10n.t('{0} gone, {1} new.', countText(gone), countText(added));
}

/** Not all problems went along. */
export const leftOutText = (asked: number, leftOut: number): string =>
  l10n.t('Asked about {0} of {1} problems, the gravest ones.', asked, asked + leftOut);

/** A fix that silences what reports a problem, by the words that do. */
export const silencedText = (mark: string): string =>
  l10n.t('It silences a report instead of mending its cause: {0}', mark);

/** 'an error', '2 errors and a warning'. */
function countText(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const others = problems.length - errors;
  if (others === 0) return errorsText(errors);
  return errors === 0 ? othersText(others) : l10n.t('{0} and {1}', errorsText(errors), othersText(others));
}

const errorsText = (count: number): string => (count === 1 ? l10n.t('1 error') : l10n.t('{0} errors', count));
const othersText = (count: number): string => (count === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', count));
