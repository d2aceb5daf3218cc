import { realpath } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';

/**
 * Where a document really lies, all links followed: in the open folder that its real path is in, else as a file. What does
 * not exist lies where the nearest folder does that exists. undefined: no path of this machine, or one that cannot be followed.
 */
export async function realUri(uri: vscode.Uri): Promise<vscode.Uri | undefined> {
  if (uri.scheme === 'untitled' || !uri.path.startsWith('/')) return undefined;
  const file = await realPath(vscode.Uri.file(uri.path).fsPath);
  if (file === undefined) return undefined;
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    const top = await realPath(vscode.Uri.file(folder.uri.path).fsPath);
    const below = top === undefined ? '..' : path.relative(top, file);
    if (below !== '' && below.split(path.sep)[0] !== '..' && !path.isAbsolute(below))
      return vscode.Uri.joinPath(folder.uri, ...below.split(path.sep));
  }
  return vscode.Uri.file(file);
}

async function realPath(file: string): Promise<string | undefined> {
  const parent = path.dirname(file);
  try {
    return await realpath(file);
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!isMissing || parent === file) return undefined; // a circle of links, a folder that is none, no permission
  }
  const above = await realPath(parent);
  return above === undefined ? undefined : path.join(above, path.basename(file));
}
