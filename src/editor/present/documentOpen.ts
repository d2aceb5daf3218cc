import * as vscode from 'vscode';

/** The document of that address, if it is open. */
export const documentOpen = (uri: string): vscode.TextDocument | undefined =>
  vscode.workspace.textDocuments.find(document => document.uri.toString() === uri);
