import * as vscode from 'vscode';
import { isAmong } from '../../interaction/conversation/untilQuiet.ts';

/**
 * What the editor reports of a document around a change of it. Made before the change: a language service that is quick has
 * answered before the document is shown again.
 */
export class ProblemReports implements vscode.Disposable {
  /** What was reported before the change. */
  readonly before: readonly vscode.Diagnostic[];
  readonly #document: vscode.TextDocument;
  readonly #listening: vscode.Disposable;
  readonly #listeners = new Set<() => void>();
  #isHeard = false;

  constructor(document: vscode.TextDocument) {
    this.#document = document;
    this.before = vscode.languages.getDiagnostics(document.uri);
    const { version } = document;
    this.#listening = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      // those of its diff, or of another file, are none of them; nor is what still comes of the text before
      if (isAmong(document.uri, uris) && document.version > version) this.#hear();
    });
  }

  /** What is reported now. */
  get now(): readonly vscode.Diagnostic[] {
    return vscode.languages.getDiagnostics(this.#document.uri);
  }

  /** Calls back at each report of the changed document; at once where there was one already. The returned function ends that. */
  listen(heard: () => void): () => void {
    if (this.#isHeard) heard();
    this.#listeners.add(heard);
    return () => void this.#listeners.delete(heard);
  }

  dispose(): void {
    this.#listening.dispose();
    this.#listeners.clear();
  }

  #hear(): void {
    this.#isHeard = true;
    for (const heard of this.#listeners) heard();
  }
}
