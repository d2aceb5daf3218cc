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
        'The budget record could not be read, so it was moved aside and a new one was started. The old record does not count: more of the budget may be used than is shown.',
      );
    case 'damaged':
      return l10n.t(
        'The budget record is damaged. The parts that cannot be read do not count: more of the budget may be used than is shown.',
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
    l10n.t('The budget record cannot be saved: the disk is full. Free some space where VS Code stores its data.'),
  forbidden: () =>
    l10n.t(
      'The budget record cannot be saved: permission denied. The files may belong to another user. Allow VS Code to write where it stores its data.',
    ),
  'read-only': () =>
    l10n.t(
      'The budget record cannot be saved: the disk is read-only. Allow VS Code to write where it stores its data.',
    ),
  'no-handles': () => l10n.t('The budget record cannot be saved: too many files are open. Close some programs.'),
  unusable: () => l10n.t('The budget record cannot be read or saved.'),
  unknown: () => l10n.t('The budget record cannot be read or saved.'),
} as const satisfies Record<StoreTrouble, () => string>;

/** What the user may want to do then, as buttons. */
export function ledgerTroubleActions(trouble: LogTrouble): readonly (Action & ('setBudget' | 'showLog'))[] {
  return trouble === 'set-aside' || trouble === 'damaged' ? ['setBudget', 'showLog'] : ['showLog'];
}

const untilThen = (onExceeded: OnExceeded): string =>
  onExceeded === 'block'
    ? l10n.t('Until this works again, nothing is sent to models that are not free, because the budget is strict.')
    : l10n.t('Until this works again, this window counts only its own usage and uses at most half of what was left.');
