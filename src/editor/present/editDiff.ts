// Over 200 lines with its comments: one class, whose pending edit only it may change.

import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { anchor } from '../../assist/anchor.ts';
import { reindentedLines } from '../../assist/guard/reindentedLines.ts';
import type { Proposal, ProposalShown } from '../../interaction/asking/askRequest.ts';
import type { FileGuard } from '../../interaction/guard/fileGuard.ts';
import { reindentedText, riskText } from '../../interaction/guard/guardText.ts';
import type { CommandId } from '../../interaction/platform/commandIds.ts';
import { cleanLine } from '../../interaction/text/cleanText.ts';
import { inSteps, paceUntil } from '../../core/shared/steps.ts';
import { pace } from '../../interaction/platform/pace.ts';
import { fileName } from '../asking/workspaceFile.ts';
import type { User } from '../../interaction/platform/user.ts';
import { isWritable } from '../platform/isWritable.ts';
import { registerCommand, setContext } from '../platform/registerCommand.ts';
import { documentAt, type DocumentWriter, goneText, isTaken, speakAs, takenText } from './documentWriter.ts';
import { closeUnused } from './closeUnused.ts';
import { astrayText, changeOf, proposedText, replacementsOf, titleOf } from './proposedChange.ts';

const scheme = 'steadfast-edit';
/** How long the status bar says who made an edit that was accepted, ms. */
const acceptedMs = 8_000;

const acceptCommands = ['steadfast.acceptEdit', 'steadfast.acceptShownEdit'] as const;
const discardCommands = ['steadfast.discardEdit', 'steadfast.discardShownEdit'] as const;

/** What showing and applying an edit needs of the world. */
export interface EditDiffParts {
  readonly user: Pick<User, 'offer' | 'warn'>;
  readonly guard: FileGuard;
  readonly writer: DocumentWriter;
  /** An edit was applied; `before`: what the editor reported in its file until then. */
  readonly applied: (applied: AppliedEdit) => void;
}

/** An edit that stands in its file now. */
export interface AppliedEdit {
  readonly proposal: Proposal;
  readonly document: vscode.TextDocument;
  readonly before: readonly vscode.Diagnostic[];
}

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
  readonly #parts: EditDiffParts;
  #pending: Pending | undefined;
  /** Is being applied. */
  #accepted: Pending | undefined;
  /** Of the edit that was wanted last: what is done for it ends when it is closed, or another one is wanted. */
  #stop = new AbortController();
  #count = 0;

  readonly onDidChange = this.#changed.event;

  constructor(parts: EditDiffParts) {
    this.#parts = parts;
    this.#disposables = [
      this.#changed,
      vscode.workspace.registerTextDocumentContentProvider(scheme, this),
      ...acceptCommands.map(id => registerCommand(id, () => this.accept())),
      ...discardCommands.map(id => registerCommand(id, () => this.discard())),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#follow(document)),
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
        if (closed.some(tab => this.#isPreview(tab))) void this.#putAway();
      }),
    ];
  }

  get isPending(): boolean {
    return this.#pending !== undefined;
  }

  /** Shows the diff. Resolves with why it may not be accepted, and with what it adds that acts by itself. */
  async propose(proposal: Proposal): Promise<ProposalShown> {
    await this.discard();
    const { signal } = (this.#stop = new AbortController());
    const uri = vscode.Uri.parse(proposal.place.uri);
    const document = await documentAt(uri);
    if (!document) return { refusal: await goneText(uri), cautions: [] };
    const cautions = await this.#cautionsFor(document, proposal, signal); // before it can be accepted
    const preview = document.uri.with({ scheme, query: String((this.#count += 1)), authority: '' });
    const refusal = await this.#refusalFor(document, proposal);
    if (cautions === undefined || signal.aborted)
      return { refusal: l10n.t('The edit was not shown, because another one came after it.'), cautions: [] };
    this.#pending = { proposal, document, preview, refusal };
    const title = titleOf(document, proposal);
    await setContext('steadfast.editPending', refusal === undefined);
    // an untitled document shows hints of VS Code where it is empty
    const before = document.isUntitled && document.getText() === '' ? preview.with({ query: 'empty' }) : document.uri;
    await speakAs(preview, document.languageId);
    await vscode.commands.executeCommand('vscode.diff', before, preview, title, { preview: true });
    return { cautions, ...(refusal !== undefined && { refusal }) };
  }

  /** What the edit adds that acts by itself, and what the diff may not mark; undefined when another edit is wanted by then. */
  async #cautionsFor(document: vscode.TextDocument, proposal: Proposal, signal: AbortSignal) {
    const change = changeOf(document, proposal);
    try {
      const { addedRisks } = await import('../../assist/guard/addedRisks.ts');
      const risks = await inSteps(addedRisks(change), paceUntil(signal, pace));
      const lines = await inSteps(reindentedLines(change, document.languageId), paceUntil(signal, pace));
      return [...risks.map(riskText), ...(lines > 0 ? [reindentedText(lines)] : [])];
    } catch (error) {
      if (signal.aborted) return undefined;
      throw error;
    }
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
    const { user, guard, writer, applied } = this.#parts;
    const { document, proposal } = pending;
    const before = vscode.languages.getDiagnostics(document.uri);
    const { signal } = this.#stop;
    const known = pending.refusal ?? (await this.#refusalFor(document, proposal));
    const file = known ?? (await guard.check(document.uri, { change: changeOf(document, proposal), signal }));
    const refusal =
      typeof file === 'string' ? file : await writer.write(file, now => replacementsOf(now, proposal), proposal);
    if (refusal !== undefined) {
      if (refusal !== '') user.warn(refusal);
      return false;
    }
    await this.#close(pending);
    await vscode.window.showTextDocument(document, { preview: false });
    vscode.window.setStatusBarMessage(l10n.t('Edit accepted. {0}', proposal.summary), acceptedMs);
    applied({ proposal, document, before });
    return true;
  }

  /** Why this edit may not be applied now; undefined: it may. */
  async #refusalFor(document: vscode.TextDocument, { original, place }: Proposal): Promise<string | undefined> {
    const guarded = await this.#parts.guard.refusalOf(document.uri);
    if (guarded !== undefined) return guarded;
    const file = fileName(document.uri);
    if (!(await isWritable(document.uri))) return l10n.t('{0} is read-only, so you can only view the edit.', file);
    if (await isTaken(document.uri)) return takenText(document.uri);
    const span = anchor(document.getText(), { original, mark: place.mark });
    return typeof span === 'string' ? astrayText(span) : undefined;
  }

  async discard(): Promise<void> {
    this.#stop.abort();
    const pending = this.#pending;
    if (!pending) return;
    await this.#close(pending);
    if (pending.document.getText() === '') await closeUnused(pending.document); // what somebody has written in it stays
    vscode.window.setStatusBarMessage(l10n.t('Edit discarded, nothing was changed.'), acceptedMs);
  }

  /** What the file would be; VS Code asks for it when it draws the diff. */
  provideTextDocumentContent(uri: vscode.Uri): string {
    const pending = this.#pending;
    if (pending?.preview.toString() !== uri.toString()) return '';
    return proposedText(pending.document.getText(), pending.proposal);
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

  /** The user has closed the diff without a decision: nothing was changed, and it can be shown again. */
  async #putAway(): Promise<void> {
    const pending = this.#pending;
    this.#forget();
    if (!pending) return;
    const { document, proposal } = pending;
    const file = fileName(document.uri);
    if (document.getText() === '') await closeUnused(document);
    if (proposal.isUnkept) return this.#offerAgain(file, proposal);
    const show = l10n.t('Show Recent Answers');
    const message = l10n.t(
      'The edit of {0} was not applied. It is kept in the recent answers: “{1}”.',
      file,
      cleanLine(proposal.title, 80),
    );
    if ((await this.#parts.user.offer({ kind: 'information', message, buttons: [show] })) === show)
      await vscode.commands.executeCommand('steadfast.showAnswers' satisfies CommandId);
  }

  async #offerAgain(file: string, proposal: Proposal): Promise<void> {
    const show = l10n.t('Show Again');
    const message = l10n.t('The edit of {0} was not applied.', file);
    if ((await this.#parts.user.offer({ kind: 'information', message, buttons: [show] })) === show)
      await this.propose(proposal);
  }

  #forget(): void {
    this.#stop.abort();
    this.#pending = undefined;
    void setContext('steadfast.editPending', false);
  }
}
