import * as vscode from 'vscode';

/** The number of the cell that a document is, from 1; undefined: it is none. */
export function cellNumber(uri: vscode.Uri): number | undefined {
  const [own] = cellAndOthers(uri);
  return own && own.index + 1;
}

/** The cell that a document is, and all of its notebook; undefined: it is none. */
export function cellAndOthers(
  uri: vscode.Uri,
): readonly [vscode.NotebookCell | undefined, readonly vscode.NotebookCell[]] {
  const isOwn = (cell: vscode.NotebookCell): boolean => cell.document.uri.toString() === uri.toString();
  const all = vscode.workspace.notebookDocuments.map(notebook => notebook.getCells()).find(cells => cells.some(isOwn));
  return [all?.find(isOwn), all ?? []];
}
