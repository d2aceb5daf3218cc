import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { inLineEnds, takenBack, type Conflict, type TakenBack } from '../../assist/checkpoints/takenBack.ts';
import { type Hunk, withHunks } from '../../assist/edits/hunks.ts';
import { inSteps } from '../../core/shared/steps.ts';
import type { Checkpoint, CheckpointFile } from '../../interaction/checkpoints/checkpoint.ts';
import type { Checkpoints } from '../../interaction/checkpoints/checkpoints.ts';
import { goneFileText, removedQuestion, type TakenBackFile } from '../../interaction/checkpoints/checkpointText.ts';
import type { FileGuard } from '../../interaction/guard/fileGuard.ts';
import { pace } from '../../interaction/platform/pace.ts';
import type { User } from '../../interaction/platform/user.ts';
import { fileName } from '../asking/workspaceFile.ts';
import { isWritable } from '../platform/isWritable.ts';
import { closeUnused } from '../present/closeUnused.ts';
import type { CheckedTexts, DocumentWriter } from '../present/documentWriter.ts';
import { changedDocument } from './changedDocument.ts';

/** What taking back needs of the world. */
export interface TakeBackParts {
  readonly checkpoints: Pick<Checkpoints, 'filesOf'>;
  readonly guard: FileGuard;
  readonly writer: DocumentWriter;
  readonly user: Pick<User, 'confirm'>;
}

/** What came of taking back. */
export interface TakeBackReport {
  readonly files: readonly TakenBackFile[];
  /** Why nothing was changed at all; '' when the user said no. */
  readonly refusal?: string;
  readonly conflicts: readonly FileConflict[];
}

/** A place that stays as it is, because it has been changed since. */
export interface FileConflict extends Conflict {
  readonly uri: string;
}

/**
 * Takes back what a checkpoint has changed, as far as it still stands there; what was changed since stays as it is. It is one undo
 * step, left unsaved, and itself a checkpoint.
 */
export async function takeBack(checkpoint: Checkpoint, parts: TakeBackParts): Promise<TakeBackReport> {
  const stored = await parts.checkpoints.filesOf(checkpoint.id);
  if (!stored) return { files: [], conflicts: [], refusal: l10n.t('What it has changed is not known any more.') };
  const found: FoundFile[] = [];
  const files: TakenBackFile[] = [];
  for (const file of stored) {
    const looked = await lookAt(file, parts.guard);
    if (!('document' in looked)) files.push(looked);
    else {
      found.push(looked);
      files.push(countsOf(looked));
    }
  }
  const conflicts = found.flatMap(({ document, result }) =>
    result.conflicts.map(conflict => ({ ...conflict, uri: document.uri.toString() })),
  );
  const changing = found.filter(({ result }) => result.hunks.length > 0);
  if (changing.length === 0) return { files, conflicts };
  const refusal = await written(changing, { checkpoint, isPartial: isPartial(files) }, parts);
  return { files, conflicts, ...(refusal !== undefined && { refusal }) };
}

/** A file as it is now, and what becomes of it. */
interface FoundFile {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly result: TakenBack;
  /** It was made by the edit, and nothing else stands in it. */
  readonly isEmptied: boolean;
}

async function lookAt(file: CheckpointFile, guard: FileGuard): Promise<FoundFile | TakenBackFile> {
  const document = await changedDocument(file);
  const name = fileName(document?.uri ?? vscode.Uri.parse(file.uri));
  const none = { name, taken: 0, stays: 0, already: 0 };
  if (!document && file.wasNew) return { ...none, already: file.pieces.length }; // it was never saved, or is gone again
  if (!document) return { ...none, why: goneFileText() };
  const refusal = (await guard.refusalOf(document.uri)) ?? (await readOnlyText(document.uri));
  if (refusal !== undefined) return { ...none, why: refusal };
  const [text, version] = [document.getText(), document.version];
  const result = await inSteps(takenBack(text, inLineEnds(file.pieces, text)), pace);
  const isEmptied = file.wasNew === true && result.conflicts.length === 0 && withHunks(text, result.hunks) === '';
  return { document, version, result, isEmptied };
}

const readOnlyText = async (uri: vscode.Uri): Promise<string | undefined> =>
  (await isWritable(uri)) ? undefined : l10n.t('{0} is read-only.', fileName(uri));

const countsOf = ({ document, result }: FoundFile): TakenBackFile => ({
  name: fileName(document.uri),
  taken: result.hunks.length,
  stays: result.conflicts.length,
  already: result.already,
});

const isPartial = (files: readonly TakenBackFile[]): boolean =>
  files.some(({ stays, why }) => stays > 0 || why !== undefined);

interface Taking {
  readonly checkpoint: Checkpoint;
  readonly isPartial: boolean;
}

/** Writes it all at once. A string says why nothing was changed; '': the user said no. */
async function written(
  found: readonly FoundFile[],
  { checkpoint, isPartial: isInPart }: Taking,
  { guard, writer, user }: TakeBackParts,
): Promise<string | undefined> {
  const emptied = found.filter(({ isEmptied }) => isEmptied).map(({ document }) => document);
  const removed = emptied.filter(({ isUntitled }) => !isUntitled);
  if (removed.length > 0 && !(await user.confirm(removedQuestion(removed.map(({ uri }) => fileName(uri)))))) return '';
  const checked: CheckedTexts[] = [];
  for (const { document, result } of found) {
    const text = document.getText();
    const change = { before: text, after: withHunks(text, result.hunks) };
    const file = await guard.check(document.uri, { change });
    if (typeof file === 'string') return file;
    const texts = result.hunks.map(hunk => replacementIn(document, hunk));
    checked.push({ file, texts, ...(removed.includes(document) && { isRemoved: true }) });
  }
  const { id: takesBack, title, summary } = checkpoint;
  const refusal = await writer.writeAll(
    checked,
    { title, summary, takesBack, ...(isInPart && { isPartial: true }) },
    () =>
      found.some(({ document, version }) => document.version !== version)
        ? l10n.t('Nothing was changed, because a file has just been changed otherwise. Try again.')
        : undefined,
  );
  if (refusal === undefined) for (const document of emptied) await closeUnused(document);
  return refusal;
}

const replacementIn = (document: vscode.TextDocument, { start, end, text }: Hunk) => ({
  range: new vscode.Range(document.positionAt(start), document.positionAt(end)),
  text,
});
