import * as l10n from '@vscode/l10n';
import type { PartlyShown } from '../../assist/commit/partlyShown.ts';
import { cleanLine } from '../text/cleanText.ts';

/** So many files are named in a line. */
const mostNames = 3;

/** Files of a change that went along by their names alone. */
export function closedText(files: readonly string[]): string {
  const names = files
    .slice(0, mostNames)
    .map(file => cleanLine(file, 80))
    .join(', ');
  if (files.length === 0) return '';
  return files.length > mostNames
    ? l10n.t('Only named to the model: {0} and {1} more.', names, files.length - mostNames)
    : l10n.t('Only named to the model: {0}.', names);
}

/** How many files of a change did not go along whole. */
export const partlyShownText = ({ files, partly }: PartlyShown): string =>
  partly === 0 ? '' : l10n.t('{0} of {1} files went along in part.', partly, files);
