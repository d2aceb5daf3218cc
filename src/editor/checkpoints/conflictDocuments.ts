import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { fileName } from '../asking/workspaceFile.ts';
import type { FileConflict } from './takeBack.ts';

const scheme = 'steadfast-kept';

/** Shows places that could not be taken back: what stood there before beside what was put there, to be mended by hand. */
export class ConflictDocuments implements vscode.Disposable {
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

  /** All files in one editor. */
  async show(conflicts: readonly FileConflict[]): Promise<void> {
    const uris = [...new Set(conflicts.map(({ uri }) => uri))];
    const changes = uris.map(uri => {
      const pieces = conflicts.filter(conflict => conflict.uri === uri).map(({ piece }) => piece);
      const before = pieces.map(({ above, before: text, below }) => above + text + below);
      const after = pieces.map(({ above, after: text, below }) => above + text + below);
      return [vscode.Uri.parse(uri), this.#add(uri, before), this.#add(uri, after)] as const;
    });
    const names = uris.map(uri => fileName(vscode.Uri.parse(uri)));
    const title = l10n.t('Stays in {0} (left: before, right: what was applied)', names.join(', '));
    const [only, ...more] = changes;
    if (only && more.length === 0) await vscode.commands.executeCommand('vscode.diff', only[1], only[2], title);
    else await vscode.commands.executeCommand('vscode.changes', title, changes);
  }

  dispose(): void {
    this.#registered.dispose();
  }

  /** Keeps the end of the name, by which the language is known. */
  #add(address: string, texts: readonly string[]): vscode.Uri {
    const { path } = vscode.Uri.parse(address);
    const uri = vscode.Uri.from({ scheme, path, query: String((this.#count += 1)) });
    this.#texts.set(uri.toString(), texts.map(lineEnded).join('\n'));
    return uri;
  }
}

const lineEnded = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`);
