import * as vscode from 'vscode';

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
    const path = `${title
      .replace(/[\\/\s]+/g, ' ')
      .trim()
      .slice(0, 60)}.txt`;
    const uri = vscode.Uri.from({ scheme, path, query: String((this.#count += 1)) });
    this.#texts.set(uri.toString(), text);
    await vscode.window.showTextDocument(uri, { preview: false });
  }

  dispose(): void {
    this.#registered.dispose();
  }
}
