import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { CheckedFile, FileGuard } from '../../interaction/guard/fileGuard.ts';
import { isWritable } from '../platform/isWritable.ts';
import { fileName } from '../asking/workspaceFile.ts';

/** Put this text in place of that range. */
export interface Replacement {
  readonly range: vscode.Range;
  readonly text: string;
}

/** What is to be changed in a file. */
export interface CheckedTexts {
  readonly file: CheckedFile;
  readonly texts: readonly Replacement[];
}

/**
 * The one place where documents of the user are changed. It takes nothing but what the guard has checked, writes to exactly
 * that address, and has the guard look once more right before; the document is left unsaved, and it is one undo step.
 */
export class DocumentWriter {
  readonly #guard: Pick<FileGuard, 'redeem'>;

  constructor(guard: Pick<FileGuard, 'redeem'>) {
    this.#guard = guard;
  }

  /**
   * `edits` is asked when nothing can come between any more, with the document as it is then; a string of it says why not.
   * Resolves with the reason when nothing was changed.
   */
  async write(
    file: CheckedFile,
    edits: (document: vscode.TextDocument) => readonly Replacement[] | string,
  ): Promise<string | undefined> {
    const document = await documentAt(vscode.Uri.parse(file.address));
    if (!document) return goneText(vscode.Uri.parse(file.address));
    if (!(await isWritable(document.uri))) return l10n.t('{0} is read-only, so you can only view the edit.', file.name);
    const refusal = await this.#guard.redeem(file);
    if (refusal !== undefined) return refusal;
    const replacements = edits(document);
    if (typeof replacements === 'string') return replacements;
    const edit = new vscode.WorkspaceEdit();
    for (const { range, text } of replacements) edit.replace(document.uri, range, text);
    return applied(edit);
  }

  /**
   * Changes texts of several files at once, as one step to undo. `refusal` is asked at the last moment. `isRefactoring`: a language service
   * has worked them out, and VS Code may save the files that were saved before (files.refactoring.autoSave); else they are left unsaved.
   */
  async writeAll(
    files: readonly CheckedTexts[],
    refusal: () => string | undefined,
    { isRefactoring }: Required<vscode.WorkspaceEditMetadata>,
  ): Promise<string | undefined> {
    for (const { file } of files) {
      if (!(await isWritable(vscode.Uri.parse(file.address))))
        return l10n.t('{0} is read-only, so nothing was changed.', file.name);
      const guarded = await this.#guard.redeem(file);
      if (guarded !== undefined) return guarded;
    }
    const edit = new vscode.WorkspaceEdit();
    for (const { file, texts } of files)
      for (const { range, text } of texts) edit.replace(vscode.Uri.parse(file.address), range, text);
    return refusal() ?? applied(edit, { isRefactoring });
  }
}

async function applied(
  edit: vscode.WorkspaceEdit,
  metadata?: vscode.WorkspaceEditMetadata,
): Promise<string | undefined> {
  const isApplied = await vscode.workspace.applyEdit(edit, metadata);
  return isApplied ? undefined : l10n.t('The edit was not applied: VS Code refused it. Nothing was changed.');
}

/** undefined: the file was deleted or cannot be read. */
export async function documentAt(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined; // whatever the reason, there is nothing to compare with; the caller says so
  }
}

/** Why a document cannot be had that was there, or could be made, when the user asked. */
export async function goneText(uri: vscode.Uri): Promise<string> {
  return (await isTaken(uri))
    ? takenText(uri)
    : l10n.t('The file does not exist any more or cannot be opened. The answer is still here.');
}

/** Has a file come to be where this document was to become a new one? VS Code then does not open it any more. */
export async function isTaken(uri: vscode.Uri): Promise<boolean> {
  if (uri.scheme !== 'untitled' || !uri.path.startsWith('/')) return false;
  const scheme = vscode.workspace.workspaceFolders?.[0]?.uri.scheme ?? 'file';
  try {
    await vscode.workspace.fs.stat(uri.with({ scheme }));
    return true;
  } catch {
    return false;
  }
}

export const takenText = (uri: vscode.Uri): string =>
  l10n.t('There is a file {0} by now, which this would replace. Ask again, so that it is changed.', fileName(uri));

/** What a document is written in does not always show in its name: a cell of a notebook would be read as the notebook's JSON. */
export async function speakAs(preview: vscode.Uri, language: string): Promise<void> {
  const shown = await vscode.workspace.openTextDocument(preview);
  if (shown.languageId !== language) await vscode.languages.setTextDocumentLanguage(shown, language);
}
