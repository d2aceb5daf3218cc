import * as vscode from 'vscode';

/** May what lies at this address be written, as far as its file system says? */
export async function isWritable(uri: vscode.Uri): Promise<boolean> {
  if (uri.scheme === 'untitled') return true;
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return false;
  try {
    const { permissions = 0 } = await vscode.workspace.fs.stat(uri);
    return (permissions & vscode.FilePermission.Readonly) === 0;
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return true; // deleted meanwhile: the open document can still be edited
    throw error;
  }
}
