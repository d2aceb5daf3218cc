import ignore from 'ignore';
import * as vscode from 'vscode';
import { ignoreFilesFor } from '../settings/readSettings.ts';
import { workspaceFile } from './workspaceFile.ts';

/**
 * Is this file excluded by one of the ignore files (`.aiignore`, or as the settings say) at the top of its workspace
 * folder? An ignore file that cannot be read excludes everything: when in doubt, nothing is sent.
 */
export async function isIgnored(uri: vscode.Uri): Promise<boolean> {
  const file = workspaceFile(uri);
  if (!file || !ignore.isPathValid(file.path)) return false;
  for (const name of ignoreFilesFor(file.folder.uri)) {
    const rules = await read(vscode.Uri.joinPath(file.folder.uri, name));
    if (ignore().add(rules).ignores(file.path)) return true;
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
