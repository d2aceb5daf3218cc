import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';

const scheme = 'steadfast-diagnostics';

/** What a bundle holds, as a text that can be read and searched, and not typed into. */
export class BundleDocument implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #registered: vscode.Disposable;
  #text = '';

  constructor() {
    this.#registered = vscode.Disposable.from(
      this.#changed,
      vscode.workspace.registerTextDocumentContentProvider(scheme, {
        onDidChange: this.#changed.event,
        provideTextDocumentContent: () => this.#text,
      }),
    );
  }

  async show(text: string): Promise<void> {
    this.#text = text;
    const uri = vscode.Uri.from({ scheme, path: `${l10n.t('Steadfast: Diagnostics').replaceAll(':', '')}.txt` });
    this.#changed.fire(uri);
    await vscode.window.showTextDocument(uri, { preview: false });
  }

  dispose(): void {
    this.#registered.dispose();
  }
}
