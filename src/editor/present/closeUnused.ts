import * as vscode from 'vscode';

/**
 * Closes a document that was made for an edit which is not wanted: VS Code would show it as an empty file that waits to be saved. What
 * somebody has written in it meanwhile stays.
 */
export async function closeUnused(document: vscode.TextDocument): Promise<void> {
  if (!document.isUntitled || document.isClosed || document.getText() !== '') return;
  await vscode.window.showTextDocument(document, { preview: true });
  if (vscode.window.activeTextEditor?.document === document)
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}
