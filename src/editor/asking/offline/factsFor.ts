import * as vscode from 'vscode';
import type { Facts } from '../../../assist/facts.ts';
import { changedFiles } from '../../../assist/commit/changedFiles.ts';
import type { AskRequest } from '../../../interaction/asking/askRequest.ts';
import { TimeBudget } from '../../../interaction/asking/timeBudget.ts';
import { declarationStart, hoversAt, innermostAt, referencesAt, symbolsOf } from '../languageServices.ts';
import type { ReadableText } from '../readableText.ts';
import { whereItIs } from '../whereItIs.ts';
import { callPlaces } from './callPlaces.ts';
import { offeredFixes } from './offeredFixes.ts';

/** Nobody waits longer for an answer that no model gives: what is not known by then is left out. */
const longestMs = 1_500;

/** What the language services know about the code that was asked about, wherever it stands now. */
export async function factsFor(asked: AskRequest): Promise<Facts> {
  const { context } = asked;
  const nothing: Facts = {
    file: context.file,
    language: context.language,
    startLine: context.startLine,
    endLine: context.endLine,
    symbol: context.symbol?.name ?? '',
    symbolKind: context.symbol?.kind ?? '',
    container: '',
    hovers: context.hovers,
    diagnostics: context.language === 'diff' ? problemsOfChanges(context.code) : context.diagnostics,
    references: [],
    children: [],
    callers: [],
    callees: [],
    fixes: [],
  };
  const now = await whereItIs(asked);
  return now ? factsAbout(now.document, now.range) : nothing;
}

/** All at once, and within one limit. */
async function factsAbout(document: ReadableText, range: vscode.Range): Promise<Facts> {
  const patience = new TimeBudget(longestMs);
  const symbols = await symbolsOf(document, patience);
  const start = declarationStart(document, range);
  const symbol = innermostAt(symbols, start) ?? symbols.find(each => range.contains(each.selectionRange));
  const at = symbol?.selectionRange.start ?? start;
  const [hovers, references, calls, fixes] = await Promise.all([
    hoversAt(document, at, patience),
    symbol ? referencesAt(document, at, patience) : [],
    symbol ? callPlaces(document.uri, at, patience) : { callers: [], callees: [] },
    offeredFixes(document, range, patience),
  ]);
  return {
    file: vscode.workspace.asRelativePath(document.uri, false),
    language: document.languageId,
    startLine: range.start.line + 1,
    endLine: range.end.line + 1,
    symbol: symbol?.name ?? '',
    symbolKind: symbol ? vscode.SymbolKind[symbol.kind] : '',
    container: symbol ? (parentOf(symbols, symbol)?.name ?? '') : '',
    hovers,
    diagnostics: vscode.languages
      .getDiagnostics(document.uri)
      .filter(diagnostic => diagnostic.range.intersection(range) !== undefined)
      .map(problemOf),
    references: references.map(({ uri, range: { start: from } }) => ({
      file: vscode.workspace.asRelativePath(uri, false),
      line: from.line + 1,
    })),
    children: (symbol?.children ?? []).map(child => ({
      name: child.name,
      kind: vscode.SymbolKind[child.kind],
      line: child.range.start.line + 1,
    })),
    ...calls,
    fixes,
  };
}

const problemOf = ({ range: { start }, severity, message }: vscode.Diagnostic) => ({
  line: start.line + 1,
  severity: vscode.DiagnosticSeverity[severity],
  message,
});

/** The class or the like that a symbol is a member of. */
function parentOf(
  symbols: readonly vscode.DocumentSymbol[],
  symbol: vscode.DocumentSymbol,
): vscode.DocumentSymbol | undefined {
  for (const each of symbols) {
    const isType = [vscode.SymbolKind.Class, vscode.SymbolKind.Struct, vscode.SymbolKind.Enum].includes(each.kind);
    if (each.children.includes(symbol)) return isType ? each : undefined;
    const deeper = parentOf(each.children, symbol);
    if (deeper) return deeper;
  }
  return undefined;
}

/** Errors and warnings in the files of a change, as the editor shows them now. */
function problemsOfChanges(diff: string): Facts['diagnostics'] {
  const paths = new Set(changedFiles(diff).map(({ path }) => path));
  return vscode.languages.getDiagnostics().flatMap(([uri, problems]) => {
    const file = vscode.workspace.asRelativePath(uri, false);
    const isChanged = [...paths].some(path => file === path || file.endsWith(`/${path}`) || path.endsWith(`/${file}`));
    if (!isChanged) return [];
    return problems
      .filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning)
      .map(problem => ({ ...problemOf(problem), file }));
  });
}
