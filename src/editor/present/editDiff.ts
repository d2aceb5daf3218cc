// Over 200 lines with its comments: one class, whose pending edit only it may change.

import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { Proposal, ProposalShown, ProposedFiles } from '../../interaction/asking/askRequest.ts';
import { registerCommand, setContext } from '../platform/registerCommand.ts';
import { ProblemReports } from '../fix/problemReports.ts';
import { changeAtCursor } from './changeAtCursor.ts';
import { chooseChanges } from './chooseChanges.ts';
import { closeUnused } from './closeUnused.ts';
import { cautionsFor, pendingFile, supersededText, wholeChange, type WantedFile } from './guardedEdit.ts';
import { FactMarks } from './factMarks.ts';
import { LeftRests } from './leftRests.ts';
import {
  allTabs,
  countText,
  changesOf,
  type EditDiffParts,
  editCommands,
  editScheme,
  filesTaken,
  isTabOf,
  openDiff,
  type PendingEdit,
  type PendingFile,
  takenIn,
  titleOf,
  withFreshPreviews,
  questionsOf,
} from './pendingEdit.ts';
import { changeOfProposal, proposedText, textNow } from './proposedChange.ts';
import { offerAgain } from './offerAgain.ts';
import { saidMs, showWritten } from './showWritten.ts';
import { writeEdit } from './writeEdit.ts';
import { changesNow } from './changesNow.ts';

/**
 * A proposed edit as a diff, of one file or of several, whose changes the user takes or leaves one by one, and then accepts or discards;
 * nothing is applied unseen. Their places are found again by what stands there, so typing elsewhere does no harm, and an edit whose
 * code has changed is refused.
 */
export class EditDiff implements vscode.Disposable, vscode.TextDocumentContentProvider {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #disposables: vscode.Disposable[];
  readonly #parts: EditDiffParts;
  readonly #rests = new LeftRests();
  #pending: PendingEdit | undefined;
  /** Is being applied. */
  #isAccepting = false;
  /** Of the edit that was wanted last: what is done for it ends when it is closed, or another one is wanted. */
  #stop = new AbortController();
  #count = 0;

  readonly onDidChange = this.#changed.event;
  /** What an answer changes, at the lines of its diff. */
  readonly facts: FactMarks;

  constructor(parts: EditDiffParts) {
    this.#parts = parts;
    this.facts = new FactMarks(() => this.#pending, parts.newErrors);
    this.#disposables = [
      this.#changed,
      this.facts,
      vscode.workspace.registerTextDocumentContentProvider(editScheme, this),
      ...editCommands.accept.map(id => registerCommand(id, () => this.accept())),
      ...editCommands.discard.map(id =>
        registerCommand(id, () => this.discard(this.#pending && questionsOf(this.#pending))),
      ),
      ...editCommands.choose.map(id => registerCommand(id, () => this.#choose())),
      registerCommand('steadfast.toggleChange', () => this.#toggle()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#follow(document)),
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
        if (closed.some(tab => this.#isShownIn(tab))) void this.#putAway();
        else this.#tellShown();
      }),
    ];
  }

  /** Shows the diff. Resolves with why it may not be accepted, and with what it adds that acts by itself. */
  propose(proposal: Proposal): Promise<ProposalShown> {
    const now = this.#rests.restOf(proposal);
    return this.#show(now, [{ uri: now.place.uri, change: changeOfProposal(now) }]);
  }

  /** Shows one diff of several files. */
  async proposeAll(proposed: ProposedFiles): Promise<ProposalShown> {
    const { wanted, cautions, refusal } = await changesNow(proposed);
    if (wanted.length === 0) return { cautions, refusal: refusal ?? '' };
    const shown = await this.#show(proposed, wanted);
    return { ...shown, cautions: [...cautions, ...shown.cautions] };
  }

  async #show(proposal: PendingEdit['proposal'], wanted: readonly WantedFile[]): Promise<ProposalShown> {
    await this.discard();
    const { signal } = (this.#stop = new AbortController());
    const [files, cautions]: [PendingFile[], string[]] = [[], []];
    for (const each of wanted) {
      const file = await pendingFile(each, String((this.#count += 1)), this.#parts.guard);
      if (typeof file === 'string') return { refusal: file, cautions: [] };
      const found = await cautionsFor(wholeChange(file), file.document.languageId, signal); // before it can be accepted
      if (found === undefined || signal.aborted) return { refusal: supersededText(), cautions: [] };
      files.push(file);
      cautions.push(...found, ...(wanted.length > 1 && file.refusal !== undefined ? [file.refusal] : []));
    }
    const refusal = files.every(file => file.refusal !== undefined) ? files[0]?.refusal : undefined;
    const pending = (this.#pending = { proposal, files, refusal, left: new Set<string>() });
    await setContext('steadfast.editPending', refusal === undefined);
    await setContext('steadfast.changesPending', refusal === undefined && changesOf(pending).length > 1);
    await openDiff(pending);
    this.#tellShown();
    void this.facts.look(pending, signal);
    return { cautions, ...(refusal !== undefined && { refusal }) };
  }

  /** Applies what is taken of the pending edit as one undo step and leaves the documents unsaved; refuses when their code has changed. */
  async accept(): Promise<boolean> {
    if (!this.#pending || this.#isAccepting) return false; // a second press means the same
    this.#isAccepting = true;
    try {
      return await this.#apply(this.#pending);
    } finally {
      this.#isAccepting = false;
    }
  }

  async #apply(pending: PendingEdit): Promise<boolean> {
    const { user, applied } = this.#parts;
    const [first] = filesTaken(pending);
    const reports = first && new ProblemReports(first.document);
    const refusal = pending.refusal ?? (await writeEdit(pending, { ...this.#parts, signal: this.#stop.signal }));
    if (refusal !== undefined) {
      reports?.dispose();
      if (refusal !== '') user.warn(refusal);
      return false;
    }
    this.#rests.note(pending);
    await this.#close(pending);
    await showWritten(pending, reports, applied);
    return true;
  }

  /** `turnedDown`: the questions whose edit the user does not want; none: it only makes way. */
  async discard(turnedDown: readonly string[] = []): Promise<void> {
    this.#stop.abort();
    const pending = this.#pending;
    if (!pending) return;
    await this.#close(pending);
    for (const { document } of pending.files) if (textNow(document) === '') await closeUnused(document); // what somebody has written in it stays
    if (pending.refusal === undefined) for (const question of turnedDown) this.#parts.learning.discarded(question); // what cannot be applied says nothing
    vscode.window.setStatusBarMessage(l10n.t('Edit discarded, nothing was changed.'), saidMs);
  }

  /** Lets the user take or leave changes in a list. */
  async #choose(): Promise<void> {
    const pending = this.#pending;
    if (!pending || pending.refusal !== undefined) return;
    const chosen = await chooseChanges(pending, left => this.#leave(pending, left));
    const now = this.#leave(pending, chosen ?? pending.left);
    if (now && titleOf(now) !== titleOf(pending)) await this.#reopen(now);
  }

  /** Takes or leaves the change at the cursor. */
  async #toggle(): Promise<void> {
    const pending = this.#pending;
    if (!pending || pending.refusal !== undefined) return;
    const key = changeAtCursor(pending, vscode.window.activeTextEditor);
    if (key === undefined) return this.#parts.user.warn(l10n.t('There is no change at the cursor. Go to one with F7.'));
    const left = new Set(pending.left);
    if (!left.delete(key)) left.add(key);
    const now = this.#leave(pending, left);
    if (now?.files.length === 1) await this.#reopen(now, vscode.window.activeTextEditor?.selection);
    if (now) vscode.window.setStatusBarMessage(countText(now), saidMs);
  }

  async #reopen(pending: PendingEdit, selection?: vscode.Range): Promise<void> {
    const old = this.#tabs();
    this.#pending = withFreshPreviews(pending, () => String((this.#count += 1)));
    await openDiff(this.#pending, selection);
    const shown = allTabs();
    await vscode.window.tabGroups.close(old.filter(tab => shown.includes(tab)));
  }

  /** undefined: the edit is not shown any more. */
  #leave(pending: PendingEdit, left: ReadonlySet<string>): PendingEdit | undefined {
    if (this.#pending?.proposal !== pending.proposal || this.#isAccepting) return undefined;
    this.#pending = { ...this.#pending, left };
    for (const { preview } of pending.files) this.#changed.fire(preview);
    return this.#pending;
  }

  /** What the file would be; VS Code asks for it when it draws the diff. */
  provideTextDocumentContent(uri: vscode.Uri): string {
    const pending = this.#pending;
    const file = pending?.files.find(({ preview }) => preview.toString() === uri.toString());
    return pending && file ? proposedText(textNow(file.document), file.change, takenIn(pending, file)) : '';
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #follow(document: vscode.TextDocument): void {
    const file = this.#pending?.files.find(each => each.document === document);
    if (file) this.#changed.fire(file.preview);
  }

  async #close(pending: PendingEdit): Promise<void> {
    const tabs = this.#tabs();
    if (this.#pending?.proposal === pending.proposal) this.#forget();
    await vscode.window.tabGroups.close(tabs);
  }

  #tabs(): readonly vscode.Tab[] {
    return allTabs().filter(tab => this.#isShownIn(tab));
  }

  #isShownIn(tab: vscode.Tab | undefined): boolean {
    return tab !== undefined && isTabOf(tab, new Set(this.#pending?.files.map(({ preview }) => preview.toString())));
  }

  /** A diff of several files has no address of its own that a when-clause could ask about. */
  #tellShown(): void {
    void setContext('steadfast.editShown', this.#isShownIn(vscode.window.tabGroups.activeTabGroup.activeTab));
  }

  /** The user has closed the diff without a decision: nothing was changed, and it can be shown again. */
  async #putAway(): Promise<void> {
    const pending = this.#pending;
    this.#forget();
    if (!pending) return;
    for (const { document } of pending.files) if (textNow(document) === '') await closeUnused(document);
    const again = await offerAgain(pending, this.#parts.user);
    if (again) await this.propose(again);
  }

  #forget(): void {
    this.#stop.abort();
    this.#pending = undefined;
    for (const key of ['steadfast.editPending', 'steadfast.changesPending', 'steadfast.editShown'] as const)
      void setContext(key, false);
  }
}
