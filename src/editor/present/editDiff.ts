import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { anchor } from '../../assist/anchor.ts';
import { hunks } from '../../assist/hunks.ts';
import { isProtected } from '../../assist/protectedPaths.ts';
import type { Proposal } from '../../interaction/asking/askRequest.ts';
import type { User } from '../../interaction/platform/user.ts';
import { setContext } from '../platform/registerCommand.ts';

const scheme = 'steadfast-edit';

interface Pending {
  readonly proposal: Proposal;
  readonly document: vscode.TextDocument;
  /** The proposed file beside the real one, in the diff editor. */
  readonly preview: vscode.Uri;
  /** Why it may only be looked at. */
  readonly refusal: string | undefined;
}

/**
 * A proposed edit as a diff, to be accepted or discarded by the user; nothing is applied unseen. The place is found again
 * by the original code, so typing elsewhere does no harm, and an edit whose code has changed is refused.
 */
export class EditDiff implements vscode.Disposable, vscode.TextDocumentContentProvider {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #disposables: vscode.Disposable[];
  readonly #user: Pick<User, 'warn'>;
  #pending: Pending | undefined;
  /** Is being applied. */
  #accepted: Pending | undefined;
  #count = 0;

  readonly onDidChange = this.#changed.event;

  constructor(user: Pick<User, 'warn'>) {
    this.#user = user;
    this.#disposables = [
      this.#changed,
      vscode.workspace.registerTextDocumentContentProvider(scheme, this),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#follow(document)),
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
        if (closed.some(tab => this.#isPreview(tab))) this.#forget();
      }),
    ];
  }

  get isPending(): boolean {
    return this.#pending !== undefined;
  }

  /** Shows the diff. Resolves with the reason when the edit may be looked at but not accepted. */
  async propose(proposal: Proposal): Promise<string | undefined> {
    await this.discard();
    const document = await open(vscode.Uri.parse(proposal.place.uri));
    if (!document) return l10n.t('The file does not exist any more or cannot be opened. The answer is still here.');
    const preview = document.uri.with({ scheme, query: String((this.#count += 1)), authority: '' });
    const refusal = await refusalFor(document, proposal);
    this.#pending = { proposal, document, preview, refusal };
    const title = l10n.t('{0} (proposed edit)', vscode.workspace.asRelativePath(document.uri, false));
    await setContext('steadfast.editPending', refusal === undefined);
    await vscode.commands.executeCommand('vscode.diff', document.uri, preview, title, { preview: true });
    return refusal;
  }

  /** Applies the pending edit as one undo step and leaves the document unsaved; refuses when its code has changed. */
  async accept(): Promise<boolean> {
    const pending = this.#pending;
    if (!pending || this.#accepted === pending) return false; // a second press means the same
    this.#accepted = pending;
    try {
      return await this.#apply(pending);
    } finally {
      this.#accepted = undefined;
    }
  }

  async #apply(pending: Pending): Promise<boolean> {
    const refusal = pending.refusal ?? (await refusalFor(pending.document, pending.proposal));
    if (refusal) {
      this.#user.warn(refusal);
      return false;
    }
    const applied = await vscode.workspace.applyEdit(editOf(pending));
    if (!applied) {
      this.#user.warn(l10n.t('The edit was not applied: VS Code refused it. Nothing was changed.'));
      return false;
    }
    await this.#close(pending);
    await vscode.window.showTextDocument(pending.document, { preview: false });
    return true;
  }

  async discard(): Promise<void> {
    if (this.#pending) await this.#close(this.#pending);
  }

  /** What the file would be; VS Code asks for it when it draws the diff. */
  provideTextDocumentContent(uri: vscode.Uri): string {
    const pending = this.#pending;
    if (pending?.preview.toString() !== uri.toString()) return '';
    const text = pending.document.getText();
    const { proposal } = pending;
    const span = anchor(text, proposal.original, proposal.place.start);
    return span ? text.slice(0, span.start) + proposal.replacement + text.slice(span.end) : text;
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #follow(document: vscode.TextDocument): void {
    if (this.#pending?.document === document) this.#changed.fire(this.#pending.preview);
  }

  async #close(pending: Pending): Promise<void> {
    const tabs = vscode.window.tabGroups.all.flatMap(group => group.tabs).filter(tab => this.#isPreview(tab));
    if (this.#pending === pending) this.#forget();
    await vscode.window.tabGroups.close(tabs);
  }

  #isPreview({ input }: vscode.Tab): boolean {
    return input instanceof vscode.TabInputTextDiff && input.modified.toString() === this.#pending?.preview.toString();
  }

  #forget(): void {
    this.#pending = undefined;
    void setContext('steadfast.editPending', false);
  }
}

/** undefined: the file was deleted or cannot be read. */
async function open(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined; // whatever the reason, there is nothing to compare with; the caller says so
  }
}

function editOf({ document, proposal }: Pending): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  const span = anchor(document.getText(), proposal.original, proposal.place.start);
  if (!span) return edit;
  for (const { start, end, text } of hunks(proposal.original, proposal.replacement)) {
    const range = new vscode.Range(document.positionAt(span.start + start), document.positionAt(span.start + end));
    edit.replace(document.uri, range, text);
  }
  return edit;
}

/** Why this edit may not be applied now; undefined: it may. */
async function refusalFor(document: vscode.TextDocument, { original, place }: Proposal): Promise<string | undefined> {
  const file = vscode.workspace.asRelativePath(document.uri, false);
  if (isProtected(file))
    return l10n.t('{0} can run code or redirect tools, so Steadfast shows this edit but never applies it.', file);
  if (!(await isWritable(document.uri))) return l10n.t('{0} is read-only, so you can only view the edit.', file);
  if (!anchor(document.getText(), original, place.start))
    return l10n.t(
      'The edit was not applied, because the code has changed since you asked. Ask again about the current code.',
    );
  return undefined;
}

async function isWritable(uri: vscode.Uri): Promise<boolean> {
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
