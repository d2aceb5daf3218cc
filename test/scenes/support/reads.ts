import * as vscode from 'vscode';

/** Notes what this extension reads of files through VS Code, which is its only way to them, until the end. */
export function watchReads(): { readonly files: readonly string[]; end(): void } {
  const { workspace } = vscode;
  const files: string[] = [];
  const { fs, openTextDocument, findFiles } = workspace;
  const note = (file: unknown): void => void files.push(String(file));
  const watched = {
    ...fs,
    readFile: (uri: vscode.Uri) => (note(uri.fsPath), fs.readFile(uri)),
    readDirectory: (uri: vscode.Uri) => (note(uri.fsPath), fs.readDirectory(uri)),
  };
  const replace = (now: Readonly<Record<string, unknown>>): void => {
    for (const [name, value] of Object.entries(now))
      Object.defineProperty(workspace, name, { get: () => value, configurable: true, enumerable: true });
  };
  replace({
    fs: watched,
    openTextDocument: (file: vscode.Uri) => (note(file), openTextDocument(file)),
    findFiles: (pattern: vscode.GlobPattern) => (note(JSON.stringify(pattern)), findFiles(pattern)),
  });
  return { files, end: () => replace({ fs, openTextDocument, findFiles }) };
}
