import * as l10n from '@vscode/l10n';
import type { KeyFault } from '../targets/keyText.ts';

/** Says what is wrong with a typed key, without repeating any of it. */
export function keyFaultText(fault: KeyFault): string {
  return words[fault]();
}

const words: Readonly<Record<KeyFault, () => string>> = {
  empty: () => l10n.t('Paste the API key.'),
  'white-space': () =>
    l10n.t('There is a space or a line break inside the key. Copy it again, without the text around it.'),
  'not-plain': () => l10n.t('The key contains characters that are not allowed in a key. Copy it again.'),
  assignment: () => l10n.t('Paste only the part after the equals sign.'),
  masked: () => l10n.t('This is a shortened form of the key. Copy the whole key; some sites show it only once.'),
  'too-long': () => l10n.t('This is too long for a key. Copy only the key.'),
};
