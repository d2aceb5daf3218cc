// Over 200 lines with its comments: every way in which a file is written, because no other file may.
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { AnswerOrigin } from '../../core/routing/learned/learnedOutcome.ts';
import type { AnsweredPart } from '../../interaction/asking/askRequest.ts';
import type { FileToChange, Checkpoints, NewCheckpoint } from '../../interaction/checkpoints/checkpoints.ts';
import type { CheckedFile, FileGuard } from '../../interaction/guard/fileGuard.ts';
import { pace } from '../../interaction/platform/pace.ts';
import { isWritable } from '../platform/isWritable.ts';
import { mayBeRead } from '../asking/readableText.ts';
import { fileName } from '../asking/workspaceFile.ts';
import { errorsAt } from './errorsAt.ts';

/** Put this text in place of that range. */
export interface Replacement {
  readonly range: vscode.Range;
  readonly text: string;
}

/** What is to be changed in a file. */
export interface CheckedTexts {
  readonly file: CheckedFile;
  readonly texts: readonly Replacement[];
  /** The file goes as well, as VS Code deletes files; `texts` then leave nothing of it. */
  readonly isRemoved?: boolean;
}

/** What the user reads of an edit where it can be taken back. */
export interface EditLabel extends Pick<NewCheckpoint, 'title' | 'summary' | 'takesBack'> {
  /** Some of what it takes back stays. */
  readonly isPartial?: boolean;
  /** Id of the question whose answer it is. */
  readonly question?: string | undefined;
  /** Of a batch, what each answer has brought. */
  readonly answers?: readonly AnsweredPart[] | undefined;
  /** VS Code may save the files then (`files.refactoring.autoSave`). */
  readonly isRefactoring?: boolean;
}

/** Who learns from what becomes of edits. */
export interface EditLearning {
  /** Whose answer it was, by the id of the question; undefined: there is nothing to learn from it. */
  readonly originOf: (question: string) => AnswerOrigin | undefined;
  /** An edit was applied. */
  readonly applied: () => void;
  /** The user has turned down an edit; `question` is the one whose answer it is. */
  readonly discarded: (question: string) => void;
}

/** What the writer needs of the world. */
export interface WriterParts {
  readonly guard: Pick<FileGuard, 'redeem'>;
  readonly checkpoints: Pick<Checkpoints, 'keep' | 'settle' | 'forget'>;
  readonly learning: EditLearning;
}

/**
 * The one place where documents of the user are changed. It takes nothing but what the guard has checked, writes to exactly
 * that address, and has the guard look once more right before; the document is left unsaved, and it is one undo step. How to take
 * it back is kept before anything is changed.
 */
export class DocumentWriter {
  readonly #parts: WriterParts;

  constructor(parts: WriterParts) {
    this.#parts = parts;
  }

  /**
   * `edits` is asked with the document as it is then, and once more when nothing can come between any more; a string of it says why not.
   * Resolves with the reason when nothing was changed.
   */
  async write(
    file: CheckedFile,
    edits: (document: vscode.TextDocument) => readonly Replacement[] | string,
    label: EditLabel,
  ): Promise<string | undefined> {
    const document = await documentAt(vscode.Uri.parse(file.address));
    if (!document) return goneText(vscode.Uri.parse(file.address));
    if (!(await isWritable(document.uri))) return l10n.t('{0} is read-only, so you can only view the edit.', file.name);
    const wanted = edits(document);
    if (typeof wanted === 'string') return wanted;
    const change = changeIn(document, wanted);
    return this.#keeping([change], label, async () => {
      const refusal = await this.#parts.guard.redeem(file);
      if (refusal !== undefined) return refusal;
      const now = edits(document);
      if (typeof now === 'string') return now;
      return isSameChange(changeIn(document, now), change) ? toEdit([{ file, texts: now }]) : changedText(file.name);
    });
  }

  /**
   * Changes texts of several files at once, as one step to undo. `refusal` is asked at the last moment; a file that has changed since
   * it was begun with refuses all of it.
   */
  async writeAll(
    files: readonly CheckedTexts[],
    label: EditLabel,
    refusal: () => string | undefined,
  ): Promise<string | undefined> {
    const opened: OpenedFile[] = [];
    for (const { file, texts, isRemoved } of files) {
      const uri = vscode.Uri.parse(file.address);
      if (!(await isWritable(uri))) return l10n.t('{0} is read-only, so nothing was changed.', file.name);
      const document = await documentAt(uri);
      if (!document) return goneText(uri);
      opened.push({ file, texts, document, version: document.version, ...(isRemoved && { isRemoved }) });
    }
    const changes: FileToChange[] = [];
    for (const { document, texts, isRemoved } of opened) {
      changes.push(changeIn(document, texts, isRemoved));
      await pace.turn(); // there may be very many
    }
    return this.#keeping(changes, label, async () => {
      for (const { file } of files) {
        const guarded = await this.#parts.guard.redeem(file);
        if (guarded !== undefined) return guarded;
      }
      const changed = opened.find(({ document, version }) => document.version !== version);
      return refusal() ?? (changed ? changedText(changed.file.name) : toEdit(opened));
    });
  }

  /** Keeps how to take the changes back, then asks for the edit and applies it; a string says why there is none. */
  async #keeping(
    changes: readonly FileToChange[],
    label: EditLabel,
    edit: () => Promise<vscode.WorkspaceEdit | string>,
  ): Promise<string | undefined> {
    const { checkpoints, learning } = this.#parts;
    const { isRefactoring, isPartial, question, answers = [], ...kept } = label;
    const files = await Promise.all(changes.map(withStanding));
    const known = question === undefined ? undefined : learning.originOf(question);
    const origin = known && { ...known, errors: errorsIn(changes) };
    const parts = answers.flatMap(each => {
      const of = learning.originOf(each.question);
      return of ? [{ ...each, origin: of }] : [];
    });
    const checkpoint = await checkpoints.keep({
      ...kept,
      files,
      answers: parts,
      ...(origin && { origin }),
      ...(question !== undefined && { question }),
    });
    const made = await edit();
    const refusal = typeof made === 'string' ? made : await applied(made, isRefactoring ? { isRefactoring } : {});
    await (refusal === undefined ? checkpoints.settle(checkpoint, isPartial) : checkpoints.forget(checkpoint));
    if (refusal === undefined) learning.applied();
    return refusal;
  }
}

interface OpenedFile extends CheckedTexts {
  readonly document: vscode.TextDocument;
  readonly version: number;
}

/** What becomes of a document; VS Code writes line ends as the document has them. */
function changeIn(
  document: vscode.TextDocument,
  replacements: readonly Replacement[],
  isRemoved = false,
): FileToChange {
  const lineEnd = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
  const before = document.getText();
  const replaced = replacements.map(({ range, text }) => ({
    start: document.offsetAt(range.start),
    end: document.offsetAt(range.end),
    text: text.replace(/\r\n|\r|\n/g, lineEnd),
  }));
  return {
    uri: document.uri.toString(),
    text: before,
    replaced,
    ...(document.isUntitled && before === '' && { wasNew: true }),
    ...(isRemoved && { wasRemoved: true }),
  };
}

/** How many errors the editor reports where these stand. */
function errorsIn(changes: readonly FileToChange[]): number {
  const counts = changes.map(({ uri, replaced }) => {
    const document = vscode.workspace.textDocuments.find(each => each.uri.toString() === uri);
    return document ? errorsAt(document, replaced) : 0;
  });
  return counts.reduce((sum, count) => sum + count, 0);
}

const withStanding = async (change: FileToChange): Promise<FileToChange> =>
  (await mayBeRead(vscode.Uri.parse(change.uri))) ? change : { ...change, isClosed: true };

/** The same texts by the same ones, wherever they stand by now. */
const isSameChange = (one: FileToChange, other: FileToChange): boolean =>
  one.replaced.length === other.replaced.length &&
  one.replaced.every(({ start, end, text }, at) => {
    const same = other.replaced[at];
    return same?.text === text && other.text.slice(same.start, same.end) === one.text.slice(start, end);
  });

const changedText = (name: string): string =>
  l10n.t('Nothing was changed, because {0} has just been changed otherwise. Try again.', name);

function toEdit(files: readonly CheckedTexts[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const { file, texts, isRemoved } of files) {
    const uri = vscode.Uri.parse(file.address);
    if (isRemoved) edit.deleteFile(uri, { ignoreIfNotExists: true });
    else for (const { range, text } of texts) edit.replace(uri, range, text);
  }
  return edit;
}

async function applied(
  edit: vscode.WorkspaceEdit,
  metadata: vscode.WorkspaceEditMetadata,
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
