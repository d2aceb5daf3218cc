import * as l10n from '@vscode/l10n';
import type { LeftBlock } from '../../assist/edits/placeBlocks.ts';
import { cleanLine } from '../text/cleanText.ts';

/** Why a change of an answer is only shown, in one sentence that says which one it is; undefined: nobody misses it. */
export function leftText({ block, fault }: LeftBlock): string | undefined {
  if (fault === 'repeated' || fault === 'same') return undefined;
  const what = whatOf(block);
  const file = cleanLine(block.named, 100);
  return sentences[fault](what, file === '' ? l10n.t('an unnamed file') : file);
}

/** What it quotes first, or else what it puts in. */
const whatOf = ({ search, replace }: LeftBlock['block']): string =>
  cleanLine([...search, ...replace].find(line => line.trim() !== '') ?? '', 60);

type Fault = Exclude<LeftBlock['fault'], 'repeated' | 'same'>;

const sentences: Readonly<Record<Fault, (what: string, file: string) => string>> = {
  missing: (what, file) => l10n.t('Not applied, because these lines are not in {0}: “{1}”', file, what),
  several: (what, file) => l10n.t('Not applied, because these lines are in {0} more than once: “{1}”', file, what),
  empty: (what, file) => l10n.t('Not applied, because it is not said where in {0} it belongs: “{1}”', file, what),
  elided: (what, file) => l10n.t('Not applied, because it leaves out code of {0}: “{1}”', file, what),
  overlaps: (what, file) =>
    l10n.t('Not applied, because another change of {0} changes the same lines: “{1}”', file, what),
  cut: (what, file) => l10n.t('Not applied, because the answer ends in the middle of it ({0}): “{1}”', file, what),
  unfinished: (what, file) => l10n.t('Not applied, because its end is missing ({0}): “{1}”', file, what),
  dividers: (what, file) =>
    l10n.t('Not applied, because it cannot be told where the new lines of {0} begin: “{1}”', file, what),
  'unknown-file': (what, file) => l10n.t('Not applied, because {0} is not one of the chosen files: “{1}”', file, what),
  'no-file': what => l10n.t('Not applied, because it does not say which file it belongs to: “{0}”', what),
};

/** More are counted. */
const mostTold = 12;

/** Each in a sentence, and how many more. */
export function leftTexts(left: readonly LeftBlock[]): readonly string[] {
  const told = left.map(leftText).filter(text => text !== undefined);
  const more = told.length - mostTold;
  return more > 0 ? [...told.slice(0, mostTold), l10n.t('And {0} more are not applied.', more)] : told;
}
