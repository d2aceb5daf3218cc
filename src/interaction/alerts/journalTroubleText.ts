import * as l10n from '@vscode/l10n';
import type { StoreTrouble } from '../../core/shared/store.ts';

/** That the journal cannot be written, why, and what helps. What is lost by it is said too: answers are not. */
export const journalTroubleText = (trouble: StoreTrouble): string =>
  [troubles[trouble](), l10n.t('Answers are not affected, but usage and history of this time will be missing.')].join(
    ' ',
  );

const troubles = {
  full: () => l10n.t('The journal cannot be saved: the disk is full. Free some space where VS Code stores its data.'),
  forbidden: () =>
    l10n.t('The journal cannot be saved: permission denied. Allow VS Code to write where it stores its data.'),
  'read-only': () =>
    l10n.t('The journal cannot be saved: the disk is read-only. Allow VS Code to write where it stores its data.'),
  'no-handles': () => l10n.t('The journal cannot be saved: too many files are open. Close some programs.'),
  unusable: () => l10n.t('The journal cannot be saved: something else stands in its place.'),
  unknown: () => l10n.t('The journal cannot be saved.'),
} as const satisfies Record<StoreTrouble, () => string>;
