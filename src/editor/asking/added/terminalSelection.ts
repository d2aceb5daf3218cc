import * as vscode from 'vscode';

/**
 * What is selected in the terminal in use; '': nothing. VS Code gives it only by way of the clipboard, whose text is put
 * back at once.
 */
export async function terminalSelection(): Promise<string> {
  if (!vscode.window.activeTerminal) return '';
  const { clipboard } = vscode.env;
  const before = await clipboard.readText();
  try {
    await clipboard.writeText(''); // what is there afterwards was selected
    await vscode.commands.executeCommand('workbench.action.terminal.copySelection');
    return await clipboard.readText();
  } finally {
    await clipboard.writeText(before);
  }
}
