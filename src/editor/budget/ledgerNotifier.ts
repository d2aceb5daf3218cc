import * as vscode from 'vscode';
import type { LogTrouble } from '../../core/shared/sharedLog.ts';
import { ledgerTroubleActions, ledgerTroubleText } from '../../interaction/budget/ledgerText.ts';
import type { Settings } from '../../interaction/settings/checkedSettings.ts';
import { actionText } from '../../interaction/text/answerText.ts';
import type { OnExceeded } from '../../core/budget/spending.ts';

/** Tells the user that the record of what was used is in trouble, unless they want no notifications: the log has it too. */
export function notifyLedgerTrouble(
  trouble: LogTrouble,
  { notifications, budget }: Pick<Settings, 'notifications' | 'budget'>,
): void {
  if (notifications !== 'none') void tell(trouble, budget.onExceeded);
}

async function tell(trouble: LogTrouble, onExceeded: OnExceeded): Promise<void> {
  const actions = ledgerTroubleActions(trouble);
  // VS Code shows a message as a whole only when it has buttons
  const pressed = await vscode.window.showWarningMessage(
    ledgerTroubleText(trouble, onExceeded),
    ...actions.map(actionText),
  );
  const action = actions.find(each => actionText(each) === pressed);
  if (action) await vscode.commands.executeCommand(`steadfast.${action}`);
}
