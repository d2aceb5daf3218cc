import * as vscode from 'vscode';

/**
 * Closes a document without text that was made for an edit which is not wanted: VS Code would show it as an empty file that waits to be
 * saved.
 */
export async function closeUnused(document: vscode.TextDocument): Promise<void> {
  if (!document.isUntitled || document.isClosed) return;
  await vscode.window.showTextDocument(document, { preview: true });
  if (vscode.window.activeTextEditor?.document === document)
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}
