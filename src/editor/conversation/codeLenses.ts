import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { CommandId } from '../../interaction/platform/commandIds.ts';
import { commandPlace } from '../../interaction/platform/commandPlace.ts';
import { symbolsOf } from '../asking/languageServices.ts';

/** Of a longer file the first ones have them. */
const mostSymbols = 300;
/** A language service that does not know yet is asked again by VS Code when the file changes, ms. */
const waitMs = 1_000;

/** Explain, document and test stand above each function and class, where the user wants that. */
export function registerCodeLenses(
  isOn: (document: vscode.TextDocument) => boolean,
  onDidChangeSettings: (listener: () => void) => vscode.Disposable,
): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    onDidChangeSettings(() => changed.fire()),
    vscode.languages.registerCodeLensProvider(
      { pattern: '**' },
      {
        onDidChangeCodeLenses: changed.event,
        provideCodeLenses: async document =>
          isOn(document) ? lensesOf(document, await symbolsOf(document, waitMs)) : [],
      },
    ),
  );
}

function lensesOf(document: vscode.TextDocument, symbols: readonly vscode.DocumentSymbol[]): vscode.CodeLens[] {
  return declared(symbols)
    .slice(0, mostSymbols)
    .flatMap(({ selectionRange }) => {
      const lens = (title: string, command: CommandId) =>
        new vscode.CodeLens(selectionRange, { title, command, arguments: [commandPlace(document, selectionRange)] });
      return [
        lens(l10n.t('Explain'), 'steadfast.explain'),
        lens(l10n.t('Document'), 'steadfast.docs'),
        lens(l10n.t('Test'), 'steadfast.tests'),
      ];
    });
}

/** Functions, classes and methods; what stands in a function is its own business. */
function declared(symbols: readonly vscode.DocumentSymbol[]): readonly vscode.DocumentSymbol[] {
  const { Function, Method, Constructor, Class, Interface, Struct, Enum, Module, Namespace } = vscode.SymbolKind;
  return symbols.flatMap(symbol => {
    if ([Function, Method, Constructor].includes(symbol.kind)) return [symbol];
    const holds = [Class, Interface, Struct, Enum, Module, Namespace].includes(symbol.kind);
    return holds ? [symbol, ...declared(symbol.children)] : [];
  });
}
