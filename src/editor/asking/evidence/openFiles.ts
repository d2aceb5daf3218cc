import * as vscode from 'vscode';
import { namesInside, type DeclaredName } from '../../../assist/evidence/namesInside.ts';
import type { TimeBudget } from '../../../interaction/asking/timeBudget.ts';
import type { KnownRules } from '../ignoreFiles.ts';
import { symbolsOf } from '../languageServices.ts';
import { mayBeNamed } from '../readableText.ts';
import { shownName } from './otherTexts.ts';

const mostOpen = 15;

/**
 * The names of the other files that stand open, those that can be seen first and with what they declare, as far as it is known
 * in time; none that must not be read.
 */
export async function openFiles(own: vscode.Uri, budget: TimeBudget, rules: KnownRules): Promise<readonly string[]> {
  const seen = vscode.window.visibleTextEditors.map(({ document }) => document.uri);
  const tabs = vscode.window.tabGroups.all.flatMap(({ tabs: inGroup }) => inGroup.flatMap(({ input }) => uriOf(input)));
  const open = [...new Map([...seen, ...tabs].map(uri => [uri.toString(), uri])).values()];
  const others = open.filter(uri => uri.path !== own.path).slice(0, mostOpen);
  const isSeen = new Set(seen.map(uri => uri.toString()));
  const told = await Promise.all(
    others.map(async uri => {
      if ((await budget.within(mayBeNamed(uri, rules))) !== true) return [];
      const inside = isSeen.has(uri.toString())
        ? namesInside((await symbolsOf({ uri }, budget)).map(declaredName))
        : '';
      return [inside === '' ? shownName(uri) : `${shownName(uri)}: ${inside}`];
    }),
  );
  return told.flat();
}

const uriOf = (input: unknown): readonly vscode.Uri[] =>
  input instanceof vscode.TabInputText || input instanceof vscode.TabInputNotebook ? [input.uri] : [];

const declarations: ReadonlySet<vscode.SymbolKind> = new Set([
  vscode.SymbolKind.Class,
  vscode.SymbolKind.Constructor,
  vscode.SymbolKind.Enum,
  vscode.SymbolKind.Function,
  vscode.SymbolKind.Interface,
  vscode.SymbolKind.Method,
  vscode.SymbolKind.Module,
  vscode.SymbolKind.Namespace,
  vscode.SymbolKind.Struct,
]);

const declaredName = ({ name, kind, children }: vscode.DocumentSymbol): DeclaredName => ({
  name,
  isDeclaration: declarations.has(kind),
  children: children.map(declaredName),
});
