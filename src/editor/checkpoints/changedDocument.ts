import * as vscode from 'vscode';
import { documentAt } from '../present/documentWriter.ts';

/** A file that a checkpoint has changed, by the address that it had then. */
export interface ChangedAddress {
  readonly uri: string;
  /** It was not there any more afterwards. */
  readonly wasRemoved?: boolean;
}

/**
 * The document that was changed, as it can be had now: a new file may have been saved since, a removed one is a new one again, and a
 * cell is found by its notebook. undefined: it is gone.
 */
export async function changedDocument({
  uri: address,
  wasRemoved,
}: ChangedAddress): Promise<vscode.TextDocument | undefined> {
  const uri = vscode.Uri.parse(address);
  const open = vscode.workspace.textDocuments.find(document => document.uri.toString() === address);
  const isCell = uri.scheme.startsWith('vscode-notebook-cell');
  // a text lives on for a while after its file has gone
  if (open && (open.isDirty || open.isUntitled || isCell || (await exists(uri)))) return open;
  if (uri.scheme === 'untitled') return uri.path.startsWith('/') ? savedDocument(uri, wasRemoved) : undefined;
  if (isCell) return cellAt(uri);
  if (await exists(uri)) return documentAt(uri);
  return wasRemoved ? documentAt(uri.with({ scheme: 'untitled', authority: '' })) : undefined;
}

/** A document that was made for a path has its file's address once it is saved. Opened by its first one it would be made anew. */
async function savedDocument(uri: vscode.Uri, wasRemoved = false): Promise<vscode.TextDocument | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const saved = uri.with({ scheme: folder?.scheme ?? 'file', authority: folder?.authority ?? '' });
  if (await exists(saved)) return documentAt(saved);
  return wasRemoved ? documentAt(uri) : undefined;
}

/** A cell can be had while its notebook is open. */
async function cellAt(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  const notebook = uri.with({ scheme: 'file', fragment: '' });
  try {
    await vscode.workspace.openNotebookDocument(notebook);
  } catch {
    return undefined; // gone, or of a kind that nothing here opens; the caller says so
  }
  return documentAt(uri);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false; // what cannot be looked at is as good as gone
  }
}
