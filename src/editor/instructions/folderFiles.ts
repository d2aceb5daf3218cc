import * as vscode from 'vscode';

/** More folders in folders and more files are not looked for. */
const deepest = 4;
const mostFiles = 100;

/**
 * The files below a folder whose names end so, by their paths in the workspace folder, in their order; none where there is no such
 * folder, or the workspace is not trusted. Folders that are links are not followed.
 */
export async function filesBelow(
  folder: vscode.WorkspaceFolder,
  below: string,
  { ending, depth = deepest }: { readonly ending: string; readonly depth?: number },
): Promise<readonly string[]> {
  const found: string[] = [];
  let level = [below];
  for (let left = depth; left > 0 && level.length > 0 && vscode.workspace.isTrusted; left -= 1) {
    const entries = (await Promise.all(level.map(path => entriesOf(folder, path)))).flat();
    found.push(...entries.filter(({ path, type }) => isFile(type) && path.endsWith(ending)).map(({ path }) => path));
    level = entries.filter(({ type }) => type === vscode.FileType.Directory).map(({ path }) => path);
    if (found.length > mostFiles || level.length > mostFiles) break;
  }
  return found.sort().slice(0, mostFiles);
}

/** Is there such a file? A link to one is one. */
export async function isThere(uri: vscode.Uri): Promise<boolean> {
  if (!vscode.workspace.isTrusted) return false;
  return vscode.workspace.fs.stat(uri).then(
    ({ type }) => isFile(type),
    () => false,
  );
}

const isFile = (type: vscode.FileType): boolean => (type & vscode.FileType.Directory) === 0;

const entriesOf = async (folder: vscode.WorkspaceFolder, path: string) =>
  vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(folder.uri, path)).then(
    entries => entries.map(([name, type]) => ({ path: `${path}/${name}`, type })),
    () => [],
  );
