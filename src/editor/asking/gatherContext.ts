import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { Context, ContextDiagnostic } from '../../assist/assistance.ts';
import { blocksAround } from '../../assist/enclosing/enclosingBlock.ts';
import type { Hash } from '../../core/cache/questionKey.ts';
import { inSteps, type Pace } from '../../core/shared/steps.ts';
import { outlineOf } from '../../assist/outline.ts';
import { isSecretFile } from '../../assist/secretFiles.ts';
import { nearest, type Surroundings } from '../../assist/surroundings.ts';
import {
  declarationStart,
  definitionsAt,
  hoversAt,
  innermostAt,
  innermostOn,
  longPatienceMs,
  outlineSymbol,
  symbolsOf,
} from './languageServices.ts';
import { usedFiles } from './otherFiles.ts';
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

export interface GatherParts {
  /** Must nothing of this file be read? */
  readonly ignored: (uri: vscode.Uri) => boolean;
  readonly hash: Hash;
}

/**
 * Gathers the context of a question from the selection, or from the block around the cursor when nothing is selected.
 * Rejects with a message for the user when there is nothing to ask about, or when it must not be read.
 */
export async function gatherContext(editor: vscode.TextEditor, { ignored, hash }: GatherParts): Promise<Gathered> {
  const { document, selection } = editor;
  const file = fileName(document.uri);
  if (isSecretFile(document.uri.path) || ignored(document.uri))
    throw new CannotAsk(
      l10n.t('{0} may contain secrets or is excluded, so nothing from it is sent. Select code in another file.', file),
    );
  const { symbols, range, symbol, isLineOnly } = await placeOf(document, selection);
  const code = document.getText(range);
  if (code.trim() === '')
    throw new CannotAsk(l10n.t('There is no code here. Select some code, or put the cursor in a function.'));
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
    ...(await evidenceOf({ document, range, symbol, hash })),
    document: hash(document.getText()),
    ...(isLineOnly && { isLineOnly }),
    input: '',
    turns: [],
  };
  return { context, document, range };
}

/** A reason not to ask at all, in the user's words. */
export class CannotAsk extends Error {
  override readonly name = 'Refusal';
}

interface Place {
  readonly symbols: readonly vscode.DocumentSymbol[];
  /** Whole lines. */
  readonly range: vscode.Range;
  /** The symbol in which they stand. */
  readonly symbol: vscode.DocumentSymbol | undefined;
  /** Nothing is selected, and nothing was found around the cursor. */
  readonly isLineOnly: boolean;
}

/**
 * What is asked about. Where the text itself shows the block around the cursor, a language service is not waited for longer
 * than for anything else: it would say the same.
 */
async function placeOf(document: vscode.TextDocument, selection: vscode.Selection): Promise<Place> {
  const { line } = selection.active;
  if (!selection.isEmpty) {
    const symbols = await symbolsOf(document);
    const symbol = innermostAt(symbols, selection.active);
    return { symbols, symbol, range: wholeLines(document, selection), isLineOnly: false };
  }
  const cursor = { text: document.getText(), language: document.languageId, line };
  const around = await inSteps(blocksAround(cursor), pace);
  const shown = around(undefined);
  const symbols = await symbolsOf(document, ...(shown ? [] : [longPatienceMs]));
  const symbol = innermostOn(document, symbols, line);
  const named = symbol && { first: symbol.range.start.line, last: symbol.range.end.line };
  const block = named ? around(named) : shown;
  const range = block && wholeLines(document, new vscode.Range(block.first, 0, block.last + 1, 0));
  const fits = range && document.getText(range).length <= largestSelection;
  return { symbols, symbol, range: fits ? range : document.lineAt(line).range, isLineOnly: !fits };
}

const pace: Pace = {
  now: () => performance.now(),
  turn: () => new Promise(resolve => setImmediate(resolve)),
};

interface Asking {
  readonly document: vscode.TextDocument;
  readonly range: vscode.Range;
  readonly symbol: vscode.DocumentSymbol | undefined;
  readonly hash: Hash;
}

/** What the language services know, and from which other files. What they cannot say the source of in time is left out. */
async function evidenceOf({
  document,
  range,
  symbol,
  hash,
}: Asking): Promise<Pick<Context, 'hovers' | 'diagnostics' | 'used'>> {
  const isWhole = symbol && range.contains(symbol.selectionRange);
  const name = isWhole ? symbol.selectionRange.start : nameIn(document, range);
  const [hovers, definitions] = await Promise.all([hoversAt(document, name), definitionsAt(document, name)]);
  const found = vscode.languages
    .getDiagnostics(document.uri)
    .filter(diagnostic => diagnostic.range.intersection(range) !== undefined)
    .slice(0, 20);
  const related = found.flatMap(({ relatedInformation = [] }) =>
    relatedInformation.map(({ location }) => location.uri),
  );
  const used = await usedFiles([...(definitions ?? []), ...related], document, hash);
  return {
    diagnostics: found.map(contextDiagnostic),
    hovers: definitions ? hovers : [],
    ...(used.length > 0 && { used }),
  };
}

/** Edits replace whole lines, so that an answer's indentation means what it says. */
function wholeLines(document: vscode.TextDocument, range: vscode.Range): vscode.Range {
  const endsAtLineStart = range.end.character === 0 && range.end.line > range.start.line;
  const lastLine = endsAtLineStart ? range.end.line - 1 : range.end.line;
  return new vscode.Range(range.start.with({ character: 0 }), document.lineAt(lastLine).range.end);
}

/** Where the name stands of what a range declares; its first word when there is none. */
function nameIn(document: vscode.TextDocument, range: vscode.Range): vscode.Position {
  const start = declarationStart(document, range);
  const name = /[\w$]+(?=\s*[(<=:{])/.exec(document.lineAt(start.line).text.slice(0, 1_000));
  return name ? start.with({ character: name.index }) : start;
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

const contextDiagnostic = ({ range: { start }, severity, message }: vscode.Diagnostic): ContextDiagnostic => ({
  line: start.line + 1,
  severity: severities[severity] ?? 'information',
  message: message.slice(0, 300),
});
