import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { codeToEdit, type DecideParts, proposeEdited, type Waiting } from '../../interaction/review/decideAnswer.ts';
import { setContext } from '../platform/registerCommand.ts';
import { showUnsaved } from '../platform/showUnsaved.ts';
import { textNow } from '../present/proposedChange.ts';

/**
 * The code of answers that wait, each in a document of its own that is not saved, while the user changes it. What comes of it is
 * shown as a diff like any edit, and is applied only there.
 */
export class AnswersEdited implements vscode.Disposable {
  readonly #parts: DecideParts;
  readonly #open = new Map<vscode.TextDocument, Waiting>();
  readonly #registered: vscode.Disposable;

  constructor(parts: DecideParts) {
    this.#parts = parts;
    this.#registered = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(() => this.#tell()),
      vscode.workspace.onDidCloseTextDocument(document => void this.#open.delete(document)),
    );
  }

  /** Opens the code of an answer that waits. */
  async begin(item: unknown): Promise<void> {
    const waiting = await codeToEdit(item, this.#parts);
    if (!waiting) return;
    const { code, ...rest } = waiting;
    const document = await showUnsaved({ language: rest.asked.context.language, content: code });
    this.#open.set(document, rest);
    this.#tell();
    await this.#offer(document);
  }

  /** The button does what the command of the palette does, for this document. */
  async #offer(document: vscode.TextDocument): Promise<void> {
    const propose = l10n.t('Propose Edited Answer');
    const message = l10n.t('Change the code, then propose it as an edit. Nothing is applied before you accept that.');
    const pressed = await this.#parts.user.offer({ kind: 'information', message, buttons: [propose] });
    if (pressed === propose) await this.propose(document);
  }

  /** Shows the code of a document as a diff. Default: that of the editor in use. */
  async propose(document = vscode.window.activeTextEditor?.document): Promise<void> {
    const waiting = document && this.#open.get(document);
    if (!document || !waiting) return this.#parts.user.tell(l10n.t('The editor in use holds no answer that you edit.'));
    if (await proposeEdited(waiting, textNow(document), this.#parts)) this.#open.delete(document);
    this.#tell();
  }

  dispose(): void {
    this.#registered.dispose();
  }

  #tell(): void {
    const document = vscode.window.activeTextEditor?.document;
    void setContext('steadfast.answerEdited', document !== undefined && this.#open.has(document));
  }
}
