import * as l10n from '@vscode/l10n';
import type { ChangedOriginal, CodeAgreement } from '../../assist/agreement/codeAgreement.ts';
import type { FileAgreement } from '../../assist/agreement/fileAgreement.ts';
import type { ProseAgreement } from '../../assist/agreement/proseAgreement.ts';
import type { RenamedName } from '../../assist/agreement/renamedNames.ts';
import { cleanLine } from '../text/cleanText.ts';

/** Who gave the first answer, and who the second. */
export type Labels = readonly [string, string];

/** How far two codes agree, as sentences. */
export const codeTexts = (agreement: CodeAgreement, labels: Labels): readonly string[] => [
  relationText(agreement),
  ...(agreement.changed ? changedTexts(agreement.changed, labels) : []),
  ...(agreement.isCut ? [cutText()] : []),
  agreement.relation === 'differ' ? uncheckedText() : notRightText(),
];

function relationText({ relation, names, lines, differing, isRough }: CodeAgreement): string {
  if (relation === 'identical') return l10n.t('Both hold the same code, letter by letter.');
  if (relation === 'layout') return l10n.t('The same code: only comments, blanks or line ends differ.');
  if (relation === 'renamed') return l10n.t('The same code, other names: {0}.', listed(names.map(renamedText)));
  if (lines === 1) return l10n.t('Their only line differs.');
  if (isRough) return l10n.t('They differ in about {0} of {1} lines.', differing, lines);
  return l10n.t('They differ in {0} of {1} lines.', differing, lines);
}

const renamedText = ({ one, other }: RenamedName): string => `${shown(one)} / ${shown(other)}`;

function changedTexts(
  { both, onlyOne, onlyOther, addTheSamePlaces }: ChangedOriginal,
  labels: Labels,
): readonly string[] {
  if (addTheSamePlaces) return [l10n.t('Both add lines at the same place and change none.')];
  if (both + onlyOne + onlyOther === 0) return [];
  if (onlyOne + onlyOther === 0)
    return [both === 1 ? l10n.t('Both change the same line.') : l10n.t('Both change the same {0} lines.', both)];
  const alone = [onlyOne, onlyOther].flatMap((count, at) =>
    count === 0 ? [] : [l10n.t('Lines that only {0} changes: {1}.', labels[at] ?? '', count)],
  );
  return [l10n.t('Lines that both change: {0}.', both), ...alone];
}

/** How far two texts agree, as sentences. */
export function proseTexts(prose: ProseAgreement, [first, second]: Labels): readonly string[] {
  const { isIdentical, words, bothWords, bothNames, onlyOne, onlyOther, isCut } = prose;
  if (isIdentical && !isCut) return [l10n.t('Both say the same, letter by letter.'), notRightText()];
  return [
    words === 0
      ? l10n.t('They hold no words that could be compared.')
      : l10n.t('Words in both answers: {0} of {1}.', bothWords, words),
    ...(bothNames.length > 0 ? [l10n.t('Both name {0}.', listed(bothNames.map(shown)))] : []),
    ...(onlyOne.length > 0 ? [l10n.t('Only {0} names {1}.', first, listed(onlyOne.map(shown)))] : []),
    ...(onlyOther.length > 0 ? [l10n.t('Only {0} names {1}.', second, listed(onlyOther.map(shown)))] : []),
    ...(isCut ? [cutText()] : []),
    l10n.t('Only words were compared, not what they mean: the same words may say the opposite.'),
  ];
}

/** How far changes of several files agree, as sentences. */
export function fileTexts({ both, onlyOne, onlyOther }: FileAgreement, labels: Labels): readonly string[] {
  const alone = [onlyOne, onlyOther].flatMap((paths, at) =>
    paths.length === 0 ? [] : [l10n.t('Only {0} changes {1}.', labels[at] ?? '', listed(paths.map(shown)))],
  );
  const told = both
    .slice(0, mostListed)
    .map(({ path, code }) => l10n.t('{0}: {1}', shown(path), [relationText(code), ...cutOf(code)].join(' ')));
  const more =
    both.length > mostListed ? [l10n.t('Files that both change, besides: {0}.', both.length - mostListed)] : [];
  const none = both.length + alone.length === 0 ? [l10n.t('Neither holds a change that could be applied.')] : [];
  return [...told, ...more, ...alone, ...none, uncheckedText()];
}

const cutOf = ({ isCut }: CodeAgreement): readonly string[] => (isCut ? [cutText()] : []);

const notRightText = (): string => l10n.t('That they agree does not make them right.');
const uncheckedText = (): string => l10n.t('Which of them is right was not checked.');
const cutText = (): string => l10n.t('Only the beginning was compared, for one of them is very long.');

const mostListed = 6;

/** Names come from models: each is one short visible line. */
const shown = (name: string): string => cleanLine(name, 60);

function listed(names: readonly string[]): string {
  const told = names.slice(0, mostListed).join(', ');
  const left = names.length - mostListed;
  return left > 0 ? l10n.t('{0} and {1} more', told, left) : told;
}
