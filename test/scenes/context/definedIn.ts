import * as vscode from 'vscode';
import { fileNamed } from '../support/documents.ts';

/** A language service for Java, which VS Code has none for: it says that a name is defined in a file, at its first mention there. */
export function definedIn(places: Readonly<Record<string, readonly [file: string, line: number]>>): vscode.Disposable {
  return vscode.languages.registerDefinitionProvider('java', {
    provideDefinition(document, position) {
      const name = document.getText(document.getWordRangeAtPosition(position));
      const [file, line] = places[name] ?? [];
      return file === undefined ? [] : new vscode.Location(fileNamed(file), new vscode.Position(line ?? 0, 2));
    },
  });
}

/** One that never answers anything. */
export class SilentService {
  asked = 0;
  readonly #registered: vscode.Disposable;

  constructor() {
    const never = (): Promise<never> => {
      this.asked += 1;
      return new Promise(() => undefined);
    };
    this.#registered = vscode.Disposable.from(
      vscode.languages.registerDefinitionProvider('java', { provideDefinition: never }),
      vscode.languages.registerTypeDefinitionProvider('java', { provideTypeDefinition: never }),
      vscode.languages.registerHoverProvider('java', { provideHover: never }),
      vscode.languages.registerDocumentSymbolProvider('java', { provideDocumentSymbols: never }),
    );
  }

  dispose(): void {
    this.#registered.dispose();
  }
}
