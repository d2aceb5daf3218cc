// Over 200 lines with its comments: one way from a selection to a context, in the order in which it goes.

import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { Context, Gathering } from '../../assist/assistance.ts';
import type { LineRange } from '../../assist/enclosing/lineRange.ts';
import { blocksAround } from '../../assist/enclosing/enclosingBlock.ts';
import { codeMark } from '../../assist/codeMark.ts';
import type { AddedLists } from '../../interaction/added/addedLists.ts';
import type { EditPlace } from '../../interaction/asking/askRequest.ts';
import { withoutRepeats } from '../../assist/evidence/withoutRepeats.ts';
import type { Hash } from '../../core/cache/questionKey.ts';
import type { KnownSecret } from '../../core/model/knownSecret.ts';
import type { UsedFile } from '../../core/model/usedFile.ts';
import { surroundingsIn } from '../../assist/reading/searchedText.ts';
import { CannotAsk } from '../../interaction/asking/cannotAsk.ts';
import { inSteps } from '../../core/shared/steps.ts';
import { knownNames } from './knownNames.ts';
import { gatheringMs, innermostAt, innermostOn, longPatienceMs, outlineSymbol, symbolsOf } from './languageServices.ts';
import { problemPlace } from './problemPlace.ts';
import { readDocument, type FindingsIn, type ReadableText } from './readableText.ts';
import { pace } from '../../interaction/platform/pace.ts';
import { TimeBudget } from '../../interaction/asking/timeBudget.ts';
import { cellNumber } from './notebookCell.ts';
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
  readonly evidence: EvidenceSource;
}

/** What decides whether a document may be read for a question. */
export interface ReadingRules extends GatherParts {
  /** Off by setting, here or for this language. */
  readonly isOn: (document: vscode.TextDocument) => boolean;
  readonly added: AddedSource;
  /** Begins to read the instruction files for a document. */
  readonly beginInstructions?: (uri: vscode.Uri) => void;
}

/** What the user has added to questions. */
export interface AddedSource {
  readonly lists: Pick<AddedLists, 'of'>;
  /** The context with it, and with what its words name; `conversation`: undefined means the next one. */
  withAdded(context: Context, conversation?: string): Promise<Context>;
}

/** What is asked about, for whoever looks for what helps to understand it. */
export interface AskedPlace {
  readonly document: ReadableText;
  /** Whole lines. */
  readonly range: vscode.Range;
  readonly code: string;
  /** The symbol in which they stand, as far as it is known by now. */
  readonly symbol: vscode.DocumentSymbol | undefined;
  /** Whether the places that use it are wanted. */
  readonly callers: boolean;
  /** Whether it is about the problems in it, and what somebody pointed at. */
  readonly problems: boolean;
  readonly pointed: vscode.Range | undefined;
  readonly budget: TimeBudget;
}

/** What helps to understand code. */
export interface FoundEvidence extends Pick<Context, 'diagnostics' | 'moreDiagnostics' | 'hovers' | 'evidence'> {
  readonly used: readonly UsedFile[];
  /** Secrets that reach into it, by the texts that it was cut from. */
  readonly secrets: readonly KnownSecret[];
  /** What makes it another question beside the document; '': nothing. */
  readonly identity: string;
}

/** Finds it, within the budget. */
export interface EvidenceSource {
  gather(asked: AskedPlace): Promise<FoundEvidence>;
}

/** What is wanted besides the code. */
export interface WantedContext extends Pick<Gathering, 'callers' | 'problems'> {
  /** The problem that somebody points at. */
  readonly pointed?: vscode.Range | undefined;
}

/**
 * Gathers the context of a question from the selection, or from the block around the cursor when nothing is selected: with
 * what is there when `gatheringMs` are over. In restricted mode that is the code alone. Rejects with a message for the user
 * when there is nothing to ask about, or when it must not be read.
 */
export async function gatherContext(
  { document, selection }: Pick<vscode.TextEditor, 'document' | 'selection'>,
  parts: GatherParts,
  { callers = false, problems = false, pointed }: WantedContext = {},
): Promise<Gathered> {
  const budget = new TimeBudget(gatheringMs);
  const services = servicesOf(document, budget);
  const { readable, searched } = await readDocument(document, selection, parts.findingsIn);
  const place = await placeOf(readable, selection, services);
  const { range, symbol, isLineOnly } =
    problems && selection.isEmpty ? ofProblem(readable, place, { line: selection.active.line, pointed }) : place;
  const rest = budget.leftMs > 0 ? budget : new TimeBudget(symbolsMs); // where nothing but the service told the place
  const code = codeIn(readable, range);
  const lines = { startLine: range.start.line, endLine: range.end.line };
  const asked = { document: readable, range, code, symbol, callers, problems, pointed, budget: rest };
  const isTrusted = vscode.workspace.isTrusted;
  const [found, symbols] = await Promise.all([
    isTrusted ? parts.evidence.gather(asked) : nothingFound,
    services.symbols(),
  ]);
  const around = await inSteps(surroundingsIn(searched, lines, symbols.map(outlineSymbol)), pace);
  const named = symbol ?? (isTrusted ? innermostAt(symbols, selection.active) : undefined);
  const cell = cellNumber(document.uri);
  const context: Context = {
    file: fileName(document.uri),
    ...(cell !== undefined && { cell }),
    language: document.languageId,
    code,
    ...(isTrusted ? around : { ...around, before: '', after: '', outline: { before: [], after: [] } }),
    startLine: range.start.line + 1,
    endLine: range.end.character === 0 && range.end.line > range.start.line ? range.end.line : range.end.line + 1,
    ...(named && { symbol: { name: named.name, kind: vscode.SymbolKind[named.kind] } }),
    ...evidenceOf(found, { known: around.secrets, shown: [code, around.before, around.after] }),
    document: parts.hash(found.identity + readable.text()),
    ...(isLineOnly && { isLineOnly }),
    input: '',
    turns: [],
  };
  return { context: { ...context, ...knownNames(readable, range) }, document: readable, range };
}

const nothingFound: FoundEvidence = { diagnostics: [], hovers: [], used: [], secrets: [], identity: '' };

function evidenceOf(
  { diagnostics, moreDiagnostics, hovers, used, secrets, evidence: found = {} }: FoundEvidence,
  { known = [], shown }: { readonly known: readonly KnownSecret[] | undefined; readonly shown: readonly string[] },
): Pick<Context, 'diagnostics' | 'moreDiagnostics' | 'hovers' | 'used' | 'evidence' | 'secrets'> {
  const all = [...known, ...secrets];
  const evidence = withoutRepeats(found, shown);
  return {
    diagnostics,
    ...(moreDiagnostics !== undefined && { moreDiagnostics }),
    hovers,
    ...(used.length > 0 && { used }),
    ...(Object.keys(evidence).length > 0 && { evidence }),
    ...(all.length > 0 && { secrets: all }),
  };
}

function codeIn(document: ReadableText, range: vscode.Range): string {
  const code = document.text(range);
  if (code.trim() === '')
    throw new CannotAsk(l10n.t('There is no code here. Select some code, or put the cursor in a function.'));
  if (code.length > largestSelection)
    throw new CannotAsk(
      l10n.t('The selection has {0} characters; at most {1} can be sent. Select less.', code.length, largestSelection),
    );
  return code;
}

/** The symbols of the document, asked for once; none in restricted mode. */
interface Services {
  /** Those that are known by the end of the budget, or after so many ms. */
  symbols(waitMs?: number): Promise<readonly vscode.DocumentSymbol[]>;
}

function servicesOf(document: vscode.TextDocument, budget: TimeBudget): Services {
  const none = Promise.resolve([]);
  if (!vscode.workspace.isTrusted) return { symbols: () => none };
  const asked = symbolsOf(document, longPatienceMs);
  return {
    async symbols(waitMs) {
      const patience = waitMs === undefined ? budget : new TimeBudget(waitMs);
      return (await patience.within(asked)) ?? [];
    },
  };
}

interface Place {
  /** Whole lines. */
  readonly range: vscode.Range;
  /** The symbol in which they stand; undefined: not known, or not yet. */
  readonly symbol: vscode.DocumentSymbol | undefined;
  /** What stands around the cursor, however long; undefined: nothing was found, or something is selected. */
  readonly block: LineRange | undefined;
  /** Nothing is selected, and nothing was found around the cursor. */
  readonly isLineOnly: boolean;
}

/** So much of the budget is for the symbols where the text itself shows the block: the rest has to wait for them, ms. */
const symbolsMs = 75;

/**
 * What is asked about. Where the text itself shows the block around the cursor, a language service is not waited for long:
 * it would say the same. A selection does not wait for one.
 */
async function placeOf(document: ReadableText, selection: vscode.Selection, services: Services): Promise<Place> {
  const { line } = selection.active;
  if (!selection.isEmpty)
    return { symbol: undefined, block: undefined, range: wholeLines(document, selection), isLineOnly: false };
  const cursor = { text: document.text(), language: document.languageId, line };
  const around = await inSteps(blocksAround(cursor), pace);
  const shown = around(undefined);
  const symbols = await services.symbols(shown ? symbolsMs : longPatienceMs);
  const symbol = innermostOn(document, symbols, line);
  const named = symbol && { first: symbol.range.start.line, last: symbol.range.end.line };
  const block = named ? around(named) : (shown ?? cellOf(document));
  const range = block && wholeLines(document, new vscode.Range(block.first, 0, block.last + 1, 0));
  const fits = range && document.text(range).length <= largestSelection;
  return { symbol, block, range: fits ? range : document.line(line).range, isLineOnly: !fits };
}

/** The same for a fix: it reaches as far as its problem, or its cell, and no further than an answer has room for. */
function ofProblem(
  document: ReadableText,
  place: Place,
  { line, pointed }: { readonly line: number; readonly pointed: vscode.Range | undefined },
): Place {
  const block = cellOf(document) ?? place.block ?? { first: line, last: line };
  const { first, last } = problemPlace(document, { block, line, pointed });
  const isLineOnly = place.block === undefined && first === last;
  return { ...place, isLineOnly, range: wholeLines(document, new vscode.Range(first, 0, last + 1, 0)) };
}

/** A cell of a notebook is asked about whole where nothing smaller is found. */
const cellOf = (document: ReadableText): LineRange | undefined =>
  document.uri.scheme === 'vscode-notebook-cell'
    ? { first: 0, last: document.text().split('\n').length - 1 }
    : undefined;

/** Edits replace whole lines, so that an answer's indentation means what it says. */
function wholeLines(document: ReadableText, range: vscode.Range): vscode.Range {
  const endsAtLineStart = range.end.character === 0 && range.end.line > range.start.line;
  const lastLine = endsAtLineStart ? range.end.line - 1 : range.end.line;
  return new vscode.Range(range.start.with({ character: 0 }), document.line(lastLine).range.end);
}

/** Where the code stands, with what tells it from equal code; without that when it was changed while more was gathered. */
export function editPlace(document: ReadableText, range: vscode.Range, code: string): EditPlace {
  const [text, start] = [document.text(), document.offsetAt(range.start)];
  const mark = text.startsWith(code, start) ? codeMark(text, code, start) : undefined;
  return { uri: document.uri.toString(), start, ...(mark && { mark }) };
}
