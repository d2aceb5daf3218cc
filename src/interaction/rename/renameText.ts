import * as l10n from '@vscode/l10n';
import { cleanLine } from '../text/cleanText.ts';

/** Where a name stands that is changed. */
export interface RenamedPlaces {
  readonly places: number;
  readonly files: number;
}

/** Why a language service does not rename: it may have thrown an error, a text or nothing, or have given nothing back. */
export function refusedText(name: string, thrown?: unknown): string {
  const said = thrown instanceof Error ? thrown.message : typeof thrown === 'string' ? thrown : '';
  const why = cleanLine(said, 200);
  return why === ''
    ? l10n.t('The language service does not rename it to {0}.', name)
    : l10n.t('The language service does not rename it to {0}: {1}', name, why);
}

/** 'total is now sum: 5 places in 2 files.' */
export const renamedText = (before: string, after: string, where: RenamedPlaces): string =>
  l10n.t('{0} is now {1}: {2}.', before, after, placesText(where));

/** 'Rename 5 places in 2 files?' */
export const renameQuestion = (where: RenamedPlaces): string => l10n.t('Rename {0}?', placesText(where));

/** What is said of places that the language service would change and does not find as uses of the name. */
export const otherPlacesText = (others: number): string =>
  others === 1
    ? l10n.t('1 of them is no use of the name that the language service finds: it may stand in a comment or a text.')
    : l10n.t(
        '{0} of them are no uses of the name that the language service finds: they may stand in comments or texts.',
        others,
      );

function placesText({ places, files }: RenamedPlaces): string {
  if (files === 1) return places === 1 ? l10n.t('1 place in 1 file') : l10n.t('{0} places in 1 file', places);
  return l10n.t('{0} places in {1} files', places, files);
}
