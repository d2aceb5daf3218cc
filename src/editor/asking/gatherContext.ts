import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { Context, ContextDiagnostic } from '../../assist/assistance.ts';
import type { LineRange } from '../../assist/enclosing/lineRange.ts';
import { blocksAround } from '../../assist/enclosing/enclosingBlock.ts';
import { codeMark } from '../../assist/codeMark.ts';
import type { EditPlace } from '../../interaction/asking/askRequest.ts';
import type { Hash } from '../../core/cache/questionKey.ts';
import { surroundingsIn } from '../../assist/reading/searchedText.ts';
import { cutBefore } from '../../assist/reading/cutBefore.ts';
import { CannotAsk } from '../../interaction/asking/cannotAsk.ts';
import { inSteps } from '../../core/shared/steps.ts';
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
import { readDocument, type FindingsIn, type ReadableText } from './readableText.ts';
import { pace } from '../../interaction/platform/pace.ts';
import { fileName } from './workspaceFile.ts';

/** What was gathered, and where an edit of it would go. */
export interface Gathered {
  readonly context: Context;
  readonly document: ReadableText;
  readonly range: vscode.Range;
}

const largestSelection = 100_000; // characters: about 25 000 tokens, more than fits where answers are good

export interface GatherParts {
  readonly findingsIn: FindingsIn;
  readonly hash: Hash;
}

/** What decides whether a document may be read for a question. */
export interface ReadingRules extends GatherParts {
  /** Off by setting, here or for this language. */
  readonly isOn: (document: vscode.TextDocument) => boolean;
}

/**
 * Gathers the context of a question from the selection, or from the block around the cursor when nothing is selected.
 * Rejects with a message for the user when there is nothing to ask about, or when it must not be read.
 */
export async function gatherContext(
  { document, selection }: Pick<vscode.TextEditor, 'document' | 'selection'>,
  { findingsIn, hash }: GatherParts,
): Promise<Gathered> {
  const { readable, searched } = await readDocument(document, selection, findingsIn);
  const { symbols, range, symbol, isLineOnly } = await placeOf(readable, selection);
  const code = readable.text(range);
  if (code.trim() === '')
    throw new CannotAsk(l10n.t('There is no code here. Select some code, or put the cursor in a function.'));
  if (code.length > largestSelection)
    throw new CannotAsk(
      l10n.t('The selection has {0} characters; at most {1} can be sent. Select less.', code.length, largestSelection),
    );
  const lines = { startLine: range.start.line, endLine: range.end.line };
  const around = await inSteps(surroundingsIn(searched, lines, symbols.map(outlineSymbol)), pace);
  const context: Context = {
    file: fileName(document.uri),
    language: document.languageId,
    code,
    ...around,
    startLine: range.start.line + 1,
    endLine: range.end.character === 0 && range.end.line > range.start.line ? range.end.line : range.end.line + 1,
    ...(symbol && { symbol: { name: symbol.name, kind: vscode.SymbolKind[symbol.kind] } }),
    ...(await evidenceOf({ document: readable, range, symbol, hash, findingsIn })),
    document: hash(readable.text()),
    ...(isLineOnly && { isLineOnly }),
    input: '',
    turns: [],
  };
  return { context, document: readable, range };
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
async function placeOf(document: ReadableText, selection: vscode.Selection): Promise<Place> {
  const { line } = selection.active;
  if (!selection.isEmpty) {
    const symbols = await symbolsOf(document);
    const symbol = innermostAt(symbols, selection.active);
    return { symbols, symbol, range: wholeLines(document, selection), isLineOnly: false };
  }
  const cursor = { text: document.text(), language: document.languageId, line };
  const around = await inSteps(blocksAround(cursor), pace);
  const shown = around(undefined);
  const symbols = await symbolsOf(document, ...(shown ? [] : [longPatienceMs]));
  const symbol = innermostOn(document, symbols, line);
  const named = symbol && { first: symbol.range.start.line, last: symbol.range.end.line };
  const block = named ? around(named) : (shown ?? cellOf(document));
  const range = block && wholeLines(document, new vscode.Range(block.first, 0, block.last + 1, 0));
  const fits = range && document.text(range).length <= largestSelection;
  return { symbols, symbol, range: fits ? range : document.line(line).range, isLineOnly: !fits };
}

/** A cell of a notebook is asked about whole where nothing smaller is found. */
const cellOf = (document: ReadableText): LineRange | undefined =>
  document.uri.scheme === 'vscode-notebook-cell'
    ? { first: 0, last: document.text().split('\n').length - 1 }
    : undefined;

interface Asking {
  readonly document: ReadableText;
  readonly range: vscode.Range;
  readonly symbol: vscode.DocumentSymbol | undefined;
  readonly hash: Hash;
  readonly findingsIn: FindingsIn;
}

/** What the language services know, and from which other files. What they cannot say the source of in time is left out. */
async function evidenceOf({
  document,
  range,
  symbol,
  hash,
  findingsIn,
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
    diagnostics: await Promise.all(found.map(each => contextDiagnostic(each, findingsIn))),
    hovers: definitions ? await Promise.all(hovers.map(hover => cutClean(hover, longestHover, findingsIn))) : [],
    ...(used.length > 0 && { used }),
  };
}

/** Edits replace whole lines, so that an answer's indentation means what it says. */
function wholeLines(document: ReadableText, range: vscode.Range): vscode.Range {
  const endsAtLineStart = range.end.character === 0 && range.end.line > range.start.line;
  const lastLine = endsAtLineStart ? range.end.line - 1 : range.end.line;
  return new vscode.Range(range.start.with({ character: 0 }), document.line(lastLine).range.end);
}

/** Where the name stands of what a range declares; its first word when there is none. */
function nameIn(document: ReadableText, range: vscode.Range): vscode.Position {
  const start = declarationStart(document, range);
  const name = /[\w$]+(?=\s*[(<=:{])/.exec(document.line(start.line).text.slice(0, 1_000));
  return name ? start.with({ character: name.index }) : start;
}

/** What a language service says is cut to these lengths, characters. */
const longestHover = 2_000;
const longestMessage = 300;

/** The beginning of a text; no secret in it is cut in two, because half of one is not known again. */
async function cutClean(text: string, longest: number, findingsIn: FindingsIn): Promise<string> {
  return text.length <= longest ? text : cutBefore(text, longest, await findingsIn('evidence', text));
}

const severities = ['error', 'warning', 'information', 'hint'] as const;

const contextDiagnostic = async (
  { range: { start }, severity, message }: vscode.Diagnostic,
  findingsIn: FindingsIn,
): Promise<ContextDiagnostic> => ({
  line: start.line + 1,
  severity: severities[severity] ?? 'information',
  message: await cutClean(message, longestMessage, findingsIn),
});

/** Where the code stands, with what tells it from equal code; without that when it was changed while more was gathered. */
export function editPlace(document: ReadableText, range: vscode.Range, code: string): EditPlace {
  const [text, start] = [document.text(), document.offsetAt(range.start)];
  const mark = text.startsWith(code, start) ? codeMark(text, code, start) : undefined;
  return { uri: document.uri.toString(), start, ...(mark && { mark }) };
}
