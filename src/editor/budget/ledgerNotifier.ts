import * as vscode from 'vscode';
import type { OnExceeded } from '../../core/layers/budget.ts';
import type { LogTrouble } from '../../core/shared/sharedLog.ts';
import { ledgerTroubleActions, ledgerTroubleWords } from './ledgerText.ts';
import type { Settings } from '../settings/checkedSettings.ts';
import { actionWords } from '../text/answerText.ts';

/** Tells the user that the record of what was used is in trouble, unless they want no notifications: the log has it too. */
export function tellLedgerTrouble(
  trouble: LogTrouble,
  { notifications, budget }: Pick<Settings, 'notifications' | 'budget'>,
): void {
  if (notifications !== 'none') void tell(trouble, budget.onExceeded);
}

async function tell(trouble: LogTrouble, onExceeded: OnExceeded): Promise<void> {
  const actions = ledgerTroubleActions(trouble);
  // VS Code shows a message as a whole only when it has buttons
  const pressed = await vscode.window.showWarningMessage(
    ledgerTroubleWords(trouble, onExceeded),
    ...actions.map(actionWords),
  );
  const action = actions.find(each => actionWords(each) === pressed);
  if (action) await vscode.commands.executeCommand(`steadfast.${action}`);
}
