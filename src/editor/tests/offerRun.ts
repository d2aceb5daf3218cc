import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { User } from '../../interaction/platform/user.ts';

/** Offers to save and run tests that were accepted, where VS Code has somebody who runs tests. */
export async function offerRun(document: vscode.TextDocument, user: Pick<User, 'offer'>): Promise<void> {
  if (!(await hasController())) return;
  const run = l10n.t('Save and Run');
  const name = document.uri.path.split('/').at(-1) ?? '';
  const message = l10n.t('The tests stand in {0}, not yet saved.', name);
  if ((await user.offer({ kind: 'information', message, buttons: [run] })) !== run) return;
  const saved = document.isUntitled
    ? await vscode.workspace.save(document.uri)
    : (await document.save()) && document.uri;
  if (!saved) return;
  await vscode.window.showTextDocument(saved);
  await vscode.commands.executeCommand('testing.runCurrentFile');
}

/** Does an extension run tests here? */
async function hasController(): Promise<boolean> {
  try {
    const found: unknown = await vscode.commands.executeCommand('vscode.testing.getControllersWithTests');
    return Array.isArray(found) && found.length > 0;
  } catch {
    return false; // a version of VS Code that does not tell
  }
}
