import * as vscode from 'vscode';
import { headLine } from '../../assist/enclosing/enclosingBlock.ts';
import type { OutlineSymbol } from '../../assist/prompt/outline.ts';
import { TimeBudget } from '../../interaction/asking/timeBudget.ts';
import type { ReadableText } from './readableText.ts';

/** How long something is waited for: so many ms from now on, or as long as others of the same budget. */
export type Patience = number | TimeBudget;
/** Gathering must not eat the question's time: all of it together takes so long at most. */
export const gatheringMs = 150;
/** For what nothing else can replace: the place to ask about where the text does not tell it, and the answer when no model gives one. */
export const longPatienceMs = 2_000;

/** The innermost function, class or the like around a position. */
export function innermostAt(
  symbols: readonly vscode.DocumentSymbol[],
  position: vscode.Position,
): vscode.DocumentSymbol | undefined {
  let around: vscode.DocumentSymbol | undefined;
  for (let level = symbols; ; level = around.children) {
    const inner = level.find(symbol => symbol.range.contains(position) && isEnclosing(symbol.kind));
    if (!inner) return around;
    around = inner;
  }
}

/**
 * The innermost function, class or the like that a line belongs to. One that is only a part of its line does not count: who
 * asks with the cursor in it means what is around.
 */
export function innermostOn(
  document: ReadableText,
  symbols: readonly vscode.DocumentSymbol[],
  line: number,
): vscode.DocumentSymbol | undefined {
  let found: vscode.DocumentSymbol | undefined;
  for (const symbol of symbols) {
    const { start, end } = symbol.range;
    if (start.line > line || end.line < line) continue;
    const fillsLines =
      end.line > start.line || document.line(start.line).firstNonWhitespaceCharacterIndex === start.character;
    const inner =
      innermostOn(document, symbol.children, line) ?? (fillsLines && isEnclosing(symbol.kind) ? symbol : undefined);
    if (inner && (!found || linesOf(inner) <= linesOf(found))) found = inner;
  }
  return found;
}

const linesOf = ({ range }: vscode.DocumentSymbol): number => range.end.line - range.start.line;

/** Where the declaration in a range begins, below its comments and decorators. */
export function declarationStart(document: ReadableText, range: vscode.Range): vscode.Position {
  const lines = document.text(range).split('\n');
  const line = range.start.line + headLine(lines, { first: 0, last: lines.length - 1 });
  return new vscode.Position(line, document.line(line).firstNonWhitespaceCharacterIndex);
}

/** A symbol as the assistances know it. */
export const outlineSymbol = ({ range, selectionRange, children }: vscode.DocumentSymbol): OutlineSymbol => ({
  startLine: range.start.line,
  endLine: range.end.line,
  nameLine: selectionRange.start.line,
  children: children.map(outlineSymbol),
});

/** Signature and documentation at a position, plain text; none when no language service knows, or none in time. */
export async function hoversAt(
  document: Pick<vscode.TextDocument, 'uri'>,
  position: vscode.Position,
  patience: Patience,
): Promise<readonly string[]> {
  const hovers = await askServices<vscode.Hover[]>(patience, 'vscode.executeHoverProvider', document.uri, position);
  return (hovers ?? []).flatMap(hover => hover.contents.map(plain)).filter(text => text.trim() !== '');
}

/** What a range is about: the symbol that its declaration begins, or that stands in it. */
export async function symbolFor(
  document: ReadableText,
  range: vscode.Range,
): Promise<vscode.DocumentSymbol | undefined> {
  const around = innermostAt(await symbolsOf(document, longPatienceMs), declarationStart(document, range));
  return around ?? symbolInside(document, range);
}

/** Where the name at a position is used, but for the position itself; none when no service knows, or none in time. */
export async function referencesAt(
  document: Pick<vscode.TextDocument, 'uri'>,
  at: vscode.Position,
  patience: Patience = longPatienceMs,
): Promise<readonly vscode.Location[]> {
  const command = 'vscode.executeReferenceProvider';
  const found = await askServices<vscode.Location[]>(patience, command, document.uri, at);
  return (found ?? []).filter(
    ({ uri, range: { start } }) => !(uri.toString() === document.uri.toString() && start.isEqual(at)),
  );
}

async function symbolInside(document: ReadableText, range: vscode.Range) {
  return (await symbolsOf(document, longPatienceMs)).find(symbol => range.contains(symbol.selectionRange));
}

/** The symbols of a document; none when no language service knows, or none in time. */
export async function symbolsOf(
  document: Pick<vscode.TextDocument, 'uri'>,
  patience: Patience,
): Promise<readonly vscode.DocumentSymbol[]> {
  const found = await askServices<readonly (vscode.DocumentSymbol | vscode.SymbolInformation)[]>(
    patience,
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  return (found ?? []).filter(symbol => 'children' in symbol);
}

const isEnclosing = (kind: vscode.SymbolKind): boolean =>
  [
    vscode.SymbolKind.Function,
    vscode.SymbolKind.Method,
    vscode.SymbolKind.Constructor,
    vscode.SymbolKind.Class,
    vscode.SymbolKind.Interface,
    vscode.SymbolKind.Enum,
    vscode.SymbolKind.Module,
    vscode.SymbolKind.Namespace,
    vscode.SymbolKind.Struct,
  ].includes(kind);

/** A language service that is slow or throws is a service that does not know. */
export function askServices<T>(
  patience: Patience,
  command: string,
  ...args: readonly unknown[]
): Promise<T | undefined> {
  const budget = typeof patience === 'number' ? new TimeBudget(patience) : patience;
  return budget.within(vscode.commands.executeCommand<T>(command, ...args));
}

function plain(content: vscode.MarkdownString | vscode.MarkedString): string {
  const text = typeof content === 'string' ? content : content.value;
  return text.replace(/^```\w*\n?|```$/gm, '');
}
