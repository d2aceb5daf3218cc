import * as vscode from 'vscode';

/** Shows a text as a document of its own that is not saved yet, and gives the document. */
export async function showUnsaved(shown: {
  readonly language: string;
  readonly content: string;
}): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ ...shown });
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}
