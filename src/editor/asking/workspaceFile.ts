import * as vscode from 'vscode';

/** A file in an open folder. */
export interface WorkspaceFile {
  readonly folder: vscode.WorkspaceFolder;
  /** In the folder, '/' as separator. */
  readonly path: string;
}

/**
 * Where a document lies in the open folders; undefined: outside of them. Its path decides: an older version of a file, a
 * proposed one and a cell of a notebook have schemes of their own, and are as secret as the file.
 */
export function workspaceFile(uri: vscode.Uri): WorkspaceFile | undefined {
  const { getWorkspaceFolder, workspaceFolders = [], asRelativePath } = vscode.workspace;
  const folders = uri.path.startsWith('/') ? workspaceFolders : [];
  const inAnyScheme = [uri, ...folders.map(folder => folder.uri.with({ path: uri.path }))];
  const file = inAnyScheme.find(each => getWorkspaceFolder(each) !== undefined);
  const folder = file && getWorkspaceFolder(file);
  return folder && { folder, path: asRelativePath(file, false) };
}

/** Its path in its folder; of a file outside of the open folders the name alone. */
export const fileName = (uri: vscode.Uri): string => workspaceFile(uri)?.path ?? uri.path.split('/').at(-1) ?? '';
