import * as l10n from '@vscode/l10n';
import type { LogTrouble } from '../../core/shared/sharedLog.ts';
import type { Action } from '../../shared/protocol.ts';
import type { OnExceeded } from '../../core/budget/spending.ts';

/** What is wrong with the record of what was used, what follows from that, and what to do. */
export function ledgerTroubleText(trouble: LogTrouble, onExceeded: OnExceeded): string {
  switch (trouble) {
    case 'full':
      return [
        l10n.t('The budget usage cannot be saved: the disk is full. Free some space where VS Code stores its data.'),
        untilThen(onExceeded),
      ].join(' ');
    case 'forbidden':
      return [
        l10n.t('The budget usage cannot be saved: permission denied. Allow VS Code to write where it stores its data.'),
        untilThen(onExceeded),
      ].join(' ');
    case 'unusable':
    case 'unknown':
      return [l10n.t('The budget usage cannot be read or saved.'), untilThen(onExceeded)].join(' ');
    case 'set-aside':
      return l10n.t(
        'The usage record could not be read, so it was moved aside and a new one was started. The old record does not count: more of the budget may be used than is shown.',
      );
    case 'damaged':
      return l10n.t(
        'The usage record is damaged. The parts that cannot be read do not count: more of the budget may be used than is shown.',
      );
  }
}

/** What the user may want to do then, as buttons. */
export function ledgerTroubleActions(trouble: LogTrouble): readonly (Action & ('setBudget' | 'showLog'))[] {
  return trouble === 'set-aside' || trouble === 'damaged' ? ['setBudget', 'showLog'] : ['showLog'];
}

const untilThen = (onExceeded: OnExceeded): string =>
  onExceeded === 'block'
    ? l10n.t('Until this works again, nothing is sent to targets that are not free, because the budget is strict.')
    : l10n.t('Until this works again, this window counts only its own usage and uses at most half of what was left.');
