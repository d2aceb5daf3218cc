import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { Context, ContextDiagnostic } from '../../assist/assistance.ts';
import { outlineOf } from '../../assist/outline.ts';
import { isSecretFile } from '../../assist/secretFiles.ts';
import { nearest, type Surroundings } from '../../assist/surroundings.ts';
import { hoversAt, innermostAt, longPatienceMs, outlineSymbol, symbolsOf } from './languageServices.ts';
import { fileName } from './workspaceFile.ts';

/** What was gathered, and where an edit of it would go. */
export interface Gathered {
  readonly context: Context;
  readonly document: vscode.TextDocument;
  readonly range: vscode.Range;
}

const largestSelection = 100_000; // characters: about 25 000 tokens, more than fits where answers are good
/** Of a larger file, only so much on either side of the selection is looked at, characters. */
const largestSide = 500_000;

/**
 * Gathers the context of a question from the selection, or from the symbol around the cursor when nothing is selected.
 * Rejects with a message for the user when there is nothing to ask about, or when it must not be read.
 */
export async function gatherContext(
  editor: vscode.TextEditor,
  ignored: (uri: vscode.Uri) => boolean,
): Promise<Gathered> {
  const { document, selection } = editor;
  const file = fileName(document.uri);
  if (isSecretFile(document.uri.path) || ignored(document.uri))
    throw new CannotAsk(
      l10n.t('{0} may hold secrets or is excluded, so nothing of it is sent. Select code elsewhere.', file),
    );
  const symbols = await symbolsOf(document, ...(selection.isEmpty ? [longPatienceMs] : []));
  const symbol = innermostAt(symbols, selection.active);
  const range = wholeLines(document, selection.isEmpty ? (symbol?.range ?? lineAt(document, selection)) : selection);
  const code = document.getText(range);
  if (code.trim() === '')
    throw new CannotAsk(l10n.t('There is no code here. Select some, or put the cursor into a function.'));
  if (code.length > largestSelection)
    throw new CannotAsk(
      l10n.t('The selection has {0} characters; at most {1} can be sent. Select less.', code.length, largestSelection),
    );
  const context: Context = {
    file,
    language: document.languageId,
    code,
    ...surroundings(document, range, symbols),
    startLine: range.start.line + 1,
    endLine: range.end.character === 0 && range.end.line > range.start.line ? range.end.line : range.end.line + 1,
    ...(symbol && { symbol: { name: symbol.name, kind: vscode.SymbolKind[symbol.kind] } }),
    diagnostics: diagnosticsIn(document, range),
    hovers: await hoversAt(document, symbol?.selectionRange.start ?? firstWord(document, range)),
    input: '',
    turns: [],
  };
  return { context, document, range };
}

/** A reason not to ask at all, in the user's words. */
export class CannotAsk extends Error {
  override readonly name = 'Refusal';
}

/** Edits replace whole lines, so that an answer's indentation means what it says. */
function wholeLines(document: vscode.TextDocument, range: vscode.Range): vscode.Range {
  const endsAtLineStart = range.end.character === 0 && range.end.line > range.start.line;
  const lastLine = endsAtLineStart ? range.end.line - 1 : range.end.line;
  return new vscode.Range(range.start.with({ character: 0 }), document.lineAt(lastLine).range.end);
}

const lineAt = (document: vscode.TextDocument, selection: vscode.Selection): vscode.Range =>
  document.lineAt(selection.active.line).range;

function firstWord(document: vscode.TextDocument, range: vscode.Range): vscode.Position {
  const line = document.lineAt(range.start.line);
  return new vscode.Position(range.start.line, line.firstNonWhitespaceCharacterIndex);
}

/** What of the document around the range helps to understand it: see `nearest`. */
function surroundings(
  document: vscode.TextDocument,
  range: vscode.Range,
  symbols: readonly vscode.DocumentSymbol[],
): Surroundings {
  const start = document.offsetAt(range.start);
  const firstLine = start <= largestSide ? 0 : document.positionAt(start - largestSide).line + 1;
  const to = document.positionAt(document.offsetAt(range.end) + largestSide);
  const before = document.getText(new vscode.Range(firstLine, 0, range.start.line, 0));
  const after = document.getText(new vscode.Range(range.end.line + 1, 0, to.line, to.character));
  const place = { firstLine, startLine: range.start.line, endLine: range.end.line };
  return nearest({ before, after, outline: outlineOf(symbols.map(outlineSymbol), before, place) });
}

const severities = ['error', 'warning', 'information', 'hint'] as const;

function diagnosticsIn(document: vscode.TextDocument, range: vscode.Range): readonly ContextDiagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(diagnostic => diagnostic.range.intersection(range) !== undefined)
    .slice(0, 20)
    .map(({ range: { start }, severity, message }) => ({
      line: start.line + 1,
      severity: severities[severity] ?? 'information',
      message: message.slice(0, 300),
    }));
}
