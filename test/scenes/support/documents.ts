import * as vscode from 'vscode';

/** The address of a file in the opened folder. */
export function fileNamed(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('no folder is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

export async function writeFile(name: string, text: string): Promise<vscode.Uri> {
  const uri = fileNamed(name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** Opens a file in an editor; with a text, writes it first. */
export async function open(name: string, text?: string): Promise<vscode.TextEditor> {
  const uri = text === undefined ? fileNamed(name) : await writeFile(name, text);
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
}

/** Selects whole lines, 1-based, first and last included. */
export function select(editor: vscode.TextEditor, first: number, last: number): void {
  editor.selection = new vscode.Selection(first - 1, 0, last - 1, editor.document.lineAt(last - 1).text.length);
}

/** Puts the cursor at the first place where this text stands. */
export function putCursor(editor: vscode.TextEditor, text: string): void {
  const at = editor.document.positionAt(editor.document.getText().indexOf(text));
  editor.selection = new vscode.Selection(at, at);
}

/** Types into a document as its user would, wherever the focus is. */
export async function replace(document: vscode.TextDocument, found: string, text: string): Promise<void> {
  const start = document.getText().indexOf(found);
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + found.length));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, text);
  await vscode.workspace.applyEdit(edit);
}

/** Saves and closes everything. */
export async function closeAll(): Promise<void> {
  await vscode.workspace.saveAll(false);
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** The tabs of one kind, in all editor groups. */
export function tabsOf<Input extends object>(kind: new (...given: never[]) => Input): readonly Input[] {
  const inputs = vscode.window.tabGroups.all.flatMap(group => group.tabs).map(({ input }) => input);
  return inputs.filter((input): input is Input => input instanceof kind);
}

/** What is proposed for each file of the diff that is open, whether of one file or of several; VS Code does not declare the latter's tab. */
export function previewsShown(): readonly vscode.Uri[] {
  const inputs = vscode.window.tabGroups.all.flatMap(group => group.tabs).map(({ input }) => input);
  const diffs = inputs.flatMap(input => {
    if (input instanceof vscode.TabInputTextDiff) return [input];
    const several: unknown = typeof input === 'object' && input !== null && 'textDiffs' in input ? input.textDiffs : [];
    return Array.isArray(several) ? several.filter(diff => diff instanceof vscode.TabInputTextDiff) : [];
  });
  return diffs.map(({ modified }) => modified).filter(({ scheme }) => scheme === 'steadfast-edit');
}
