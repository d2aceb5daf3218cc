import * as vscode from 'vscode';
import { pace } from '../../interaction/platform/pace.ts';
import { type FileAddress, FileGuard, type GuardParts } from '../../interaction/guard/fileGuard.ts';

/** The guard of this window's files. */
export const createFileGuard = ({ realPathOf, confirm }: Pick<GuardParts, 'realPathOf' | 'confirm'>): FileGuard =>
  new FileGuard({
    realPathOf,
    confirm,
    pace,
    folders: () => (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri),
    isTrusted: () => vscode.workspace.isTrusted,
    isWindows: process.platform === 'win32',
    isLinked,
    fileOf,
    nameOf: address => vscode.workspace.asRelativePath(vscode.Uri.parse(address.toString()), false),
  });

/** A cell of a notebook is written with its notebook, whose address has another scheme. */
function fileOf(address: FileAddress): FileAddress | undefined {
  if (!address.scheme.startsWith('vscode-notebook-cell')) return address;
  const isCell = (cell: vscode.NotebookCell): boolean => cell.document.uri.toString() === address.toString();
  return vscode.workspace.notebookDocuments.find(notebook => notebook.getCells().some(isCell))?.uri;
}

/** Is the file, or a folder on the way to it from its open folder, a link? What is not there is none. */
async function isLinked(address: FileAddress): Promise<boolean> {
  const uri = vscode.Uri.parse(address.toString());
  const root = vscode.workspace.getWorkspaceFolder(uri)?.uri.path.length ?? 0;
  for (let at = uri; at.path.length > Math.max(root, 1); at = vscode.Uri.joinPath(at, '..')) {
    if (await isLink(at)) return true;
  }
  return false;
}

async function isLink(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.SymbolicLink) !== 0;
  } catch {
    return false; // not there, or a file system that knows no such thing
  }
}
