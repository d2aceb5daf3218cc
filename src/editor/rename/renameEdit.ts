import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { Replacement } from '../present/documentWriter.ts';
import { refusedText } from '../../interaction/rename/renameText.ts';

/** The texts that a rename would change, by file. */
export type NameEdits = readonly (readonly [vscode.Uri, readonly Replacement[]])[];

/** What the language service would change; a string says why it would not. */
export async function renameEdits(uri: vscode.Uri, at: vscode.Position, name: string): Promise<NameEdits | string> {
  let edit: vscode.WorkspaceEdit | undefined;
  try {
    edit = await vscode.commands.executeCommand('vscode.executeDocumentRenameProvider', uri, at, name);
  } catch (error) {
    return refusedText(name, error);
  }
  const edits = (edit?.entries() ?? []).filter(([, texts]) => texts.length > 0);
  if (!edit || edits.length === 0) return refusedText(name);
  return isTextOnly(edit)
    ? edits.map(([file, texts]) => [file, texts.map(({ range, newText: text }) => ({ range, text }))] as const)
    : filesTooText();
}

/** It may be renamed, and not here. */
export const filesTooText = (): string =>
  l10n.t('The language service would rename files too, which Steadfast does not do. Rename it by hand (F2).');

/**
 * Does it rename, make or delete no files? VS Code tells only of texts what an edit does (`size` counts those, too), so a new name of a
 * file cannot be judged; that there is more is seen by its own list, where it has one.
 */
function isTextOnly(edit: vscode.WorkspaceEdit): boolean {
  const { _allEntries: all } = edit as { _allEntries?: () => readonly unknown[] };
  if (typeof all !== 'function') return true;
  const texts = edit.entries().reduce((sum, [, each]) => sum + each.length, 0);
  return all.call(edit).length === texts;
}
