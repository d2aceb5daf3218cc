import ignore from 'ignore';
import * as vscode from 'vscode';
import { ignoreFilesFor } from './settings.ts';

/**
 * Is this file excluded by one of the ignore files (`.aiignore`, or as the settings say) at the top of its workspace
 * folder? An ignore file that cannot be read excludes everything: when in doubt, nothing is sent.
 */
export async function isIgnored(uri: vscode.Uri): Promise<boolean> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (!folder) return false;
  const path = vscode.workspace.asRelativePath(uri, false);
  if (!ignore.isPathValid(path)) return false;
  for (const name of ignoreFilesFor(folder.uri)) {
    const rules = await read(vscode.Uri.joinPath(folder.uri, name));
    if (ignore().add(rules).ignores(path)) return true;
  }
  return false;
}

/** The rules of an ignore file: none when there is no such file, all when it cannot be read. */
async function read(uri: vscode.Uri): Promise<string> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    return error instanceof vscode.FileSystemError && error.code === 'FileNotFound' ? '' : '*';
  }
}
