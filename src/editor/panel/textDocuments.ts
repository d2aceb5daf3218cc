import * as vscode from 'vscode';
import type { BothTexts } from '../../interaction/otherModels/bothTexts.ts';

const scheme = 'steadfast-answer';

/** Answers as plain text, in editors that cannot be typed into: for screen readers, for search, for large fonts. */
export class TextDocuments implements vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #registered: vscode.Disposable;
  #count = 0;

  constructor() {
    this.#registered = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(scheme, {
        provideTextDocumentContent: uri => this.#texts.get(uri.toString()) ?? '',
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => void this.#texts.delete(uri.toString())),
    );
  }

  /** Opens a text under this name, in place of the editor that is in use. */
  async show(title: string, text: string): Promise<void> {
    await vscode.window.showTextDocument(this.#keep(title, text), { preview: false });
  }

  /** Shows two texts beside each other, with what differs; where code is read, so that it never stands over the answers. */
  async showBoth({ title, first, second }: BothTexts): Promise<void> {
    const left = this.#keep(first.name, first.text);
    const right = this.#keep(second.name, second.text);
    const shown = `${first.name} ↔ ${second.name}: ${title}`;
    const viewColumn = vscode.window.visibleTextEditors[0]?.viewColumn ?? vscode.ViewColumn.Active;
    await vscode.commands.executeCommand('vscode.diff', left, right, shown, { preview: false, viewColumn });
  }

  #keep(title: string, text: string): vscode.Uri {
    const name = title.replace(/[\\/\s]+/g, ' ').trim();
    const uri = vscode.Uri.from({ scheme, path: `${name.slice(0, 60)}.txt`, query: String((this.#count += 1)) });
    this.#texts.set(uri.toString(), text);
    return uri;
  }

  dispose(): void {
    this.#registered.dispose();
  }
}
