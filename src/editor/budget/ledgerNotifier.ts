import * as vscode from 'vscode';
import type { User } from '../../interaction/platform/user.ts';
import type { LogTrouble } from '../../core/shared/sharedLog.ts';
import { ledgerTroubleActions, ledgerTroubleText } from '../../interaction/budget/ledgerText.ts';
import type { Settings } from '../../interaction/settings/checkedSettings.ts';
import { actionText } from '../../interaction/text/actionText.ts';
import type { OnExceeded } from '../../core/budget/spending.ts';

/** Tells the user that the record of what was used is in trouble, unless they want no notifications: the log has it too. */
export function notifyLedgerTrouble(
  trouble: LogTrouble,
  { notifications, budget }: Pick<Settings, 'notifications' | 'budget'>,
  user: Pick<User, 'offer'>,
): void {
  if (notifications !== 'none') void tell(trouble, budget.onExceeded, user);
}

async function tell(trouble: LogTrouble, onExceeded: OnExceeded, user: Pick<User, 'offer'>): Promise<void> {
  const actions = ledgerTroubleActions(trouble);
  // VS Code shows a message as a whole only when it has buttons
  const message = ledgerTroubleText(trouble, onExceeded);
  const pressed = await user.offer({ kind: 'warning', message, buttons: actions.map(actionText) });
  const action = actions.find(each => actionText(each) === pressed);
  if (action) await vscode.commands.executeCommand(`steadfast.${action}`);
}
