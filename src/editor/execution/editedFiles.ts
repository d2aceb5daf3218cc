import * as vscode from 'vscode';
import type { EditedFiles } from '../../interaction/execution/checkByRunning.ts';
import { fileName } from '../asking/workspaceFile.ts';

/** The files of an edit, in this window and on the disk. */
export const editedFiles: EditedFiles = {
  unsaved: addresses => dirtyIn(addresses).map(({ uri }) => fileName(uri)),
  save: async addresses => {
    for (let tries = 0; tries < mostSaves && dirtyIn(addresses).length > 0; tries += 1)
      await Promise.all(dirtyIn(addresses).map(document => document.save()));
    return dirtyIn(addresses).length === 0;
  },
  stamp: async addresses => (await Promise.all(addresses.map(stampOf))).join(' '),
};

/** VS Code gives a save up when another one, or a change by who formats, comes between. */
const mostSaves = 3;

const dirtyIn = (addresses: readonly string[]): readonly vscode.TextDocument[] =>
  vscode.workspace.textDocuments.filter(({ isDirty, uri }) => isDirty && addresses.includes(uri.toString()));

async function stampOf(address: string): Promise<string> {
  try {
    const { mtime, size } = await vscode.workspace.fs.stat(vscode.Uri.parse(address));
    return `${mtime}:${size}`;
  } catch {
    return 'gone';
  }
}
