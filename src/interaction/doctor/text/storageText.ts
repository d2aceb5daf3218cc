import * as l10n from '@vscode/l10n';
import type { StoreTrouble } from '../../../core/shared/store.ts';
import { decimal } from '../../text/numberText.ts';
import type { StorageFinding } from '../checks/checkStorage.ts';
import { line, type DoctorLine } from './doctorLine.ts';

/** What is said of what is kept. */
export function storageText(finding: StorageFinding): DoctorLine {
  switch (finding.code) {
    case 'key-store':
      return line(
        l10n.t('Secret storage'),
        finding.isReadable
          ? l10n.t('can be read')
          : l10n.t('is locked or does not answer, so no API key can be read. Unlock the keyring of your system.'),
      );
    case 'folder':
      return line(
        finding.folder === 'user' ? l10n.t('Files of the user') : l10n.t('Files of the workspace'),
        folderText(finding),
      );
  }
}

type Folder = Extract<StorageFinding, { code: 'folder' }>;

function folderText(folder: Folder): string {
  const { isThere, trouble, files, bytes, isMore } = folder;
  if (trouble !== undefined) return troubles[trouble]();
  if (!isThere) return l10n.t('nothing was kept so far');
  const count = isMore ? l10n.t('more than {0}', files) : String(files);
  const kept = l10n.t('can be written; files: {0}, {1} MB', count, decimal(bytes / 1_048_576, 1));
  return [kept, ...doubts(folder)].join('. ');
}

function doubts({ level, unreadable, setAside, newer, freeBytes }: Folder): readonly string[] {
  if (level === 'fine') return [];
  return [
    ...(unreadable > 0 ? [l10n.t('Cannot be read: {0}', unreadable)] : []),
    ...(setAside > 0 ? [l10n.t('Damaged and set aside: {0}', setAside)] : []),
    ...(newer > 0 ? [l10n.t('Written by a later version of Steadfast, and not used: {0}', newer)] : []),
    ...(freeBytes === undefined ? [] : [l10n.t('Free space: {0} MB', Math.floor(freeBytes / 1_048_576))]),
  ];
}

const troubles = {
  full: () => l10n.t('nothing can be kept: the disk is full'),
  forbidden: () => l10n.t('nothing can be kept: permission denied. The files may belong to another user.'),
  'read-only': () => l10n.t('nothing can be kept: the disk is read-only'),
  'no-handles': () => l10n.t('nothing can be kept: too many files are open'),
  unusable: () => l10n.t('nothing can be kept: something else stands in the place of the folder'),
  unknown: () => l10n.t('nothing can be kept, for a reason that the system does not name'),
} as const satisfies Record<StoreTrouble, () => string>;
