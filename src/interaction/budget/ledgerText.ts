import * as l10n from '@vscode/l10n';
import type { LogTrouble } from '../../core/shared/sharedLog.ts';
import type { StoreTrouble } from '../../core/shared/store.ts';
import type { Action } from '../../shared/protocol.ts';
import type { OnExceeded } from '../../core/budget/spending.ts';

/** What is wrong with the record of what was used, what follows from that, and what to do. */
export function ledgerTroubleText(trouble: LogTrouble, onExceeded: OnExceeded): string {
  switch (trouble) {
    case 'set-aside':
      return l10n.t(
        'The record of what was used could not be read and was set aside; a new one is begun. What it said does not count: more of the budget may be used than is shown.',
      );
    case 'damaged':
      return l10n.t(
        'The record of what was used is damaged. What cannot be read of it does not count: more of the budget may be used than is shown.',
      );
    case 'full':
    case 'forbidden':
    case 'read-only':
    case 'no-handles':
    case 'unusable':
    case 'unknown':
      return [unwritten[trouble](), untilThen(onExceeded)].join(' ');
  }
}

/** Why it cannot be written down, and what helps. */
const unwritten = {
  full: () =>
    l10n.t(
      'What is used of the budget cannot be written down: the disk is full. Make room where VS Code keeps its data.',
    ),
  forbidden: () =>
    l10n.t(
      'What is used of the budget cannot be written down: it is not allowed. The files may belong to another user. Let VS Code write where it keeps its data.',
    ),
  'read-only': () =>
    l10n.t(
      'What is used of the budget cannot be written down: the disk is read-only. Let VS Code write where it keeps its data.',
    ),
  'no-handles': () =>
    l10n.t('What is used of the budget cannot be written down: too many files are open. Close some programs.'),
  unusable: () => l10n.t('What is used of the budget cannot be read or written.'),
  unknown: () => l10n.t('What is used of the budget cannot be read or written.'),
} as const satisfies Record<StoreTrouble, () => string>;

/** What the user may want to do then, as buttons. */
export function ledgerTroubleActions(trouble: LogTrouble): readonly (Action & ('setBudget' | 'showLog'))[] {
  return trouble === 'set-aside' || trouble === 'damaged' ? ['setBudget', 'showLog'] : ['showLog'];
}

const untilThen = (onExceeded: OnExceeded): string =>
  onExceeded === 'block'
    ? l10n.t('Until that works again nothing that costs is sent, because the budget is strict.')
    : l10n.t('Until that works again this window counts alone and uses at most half of what was left.');
