import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { codeMark } from '../../assist/codeMark.ts';
import type { DeclaredSymbol } from '../../assist/documentation/declared.ts';
import { whyNotDocumentable } from '../../assist/documentation/documentable.ts';
import { undocumented } from '../../assist/documentation/undocumented.ts';
import { inSteps } from '../../core/shared/steps.ts';
import { CannotAsk } from '../../interaction/asking/cannotAsk.ts';
import type { FileGuard } from '../../interaction/guard/fileGuard.ts';
import { pace } from '../../interaction/platform/pace.ts';
import type { ReadingRules } from '../asking/gatherContext.ts';
import { symbolsOf } from '../asking/languageServices.ts';
import { readDocument, type ReadableText } from '../asking/readableText.ts';
import { fileName } from '../asking/workspaceFile.ts';
import { isWritable } from '../platform/isWritable.ts';
import { refuseWhereOff } from '../request/prepareRequest.ts';

/** So long the language service may take: nothing else can say what the file declares, ms. */
const symbolsMs = 10_000;

/** A declaration without a comment, so that it is found again after the file has changed. */
export interface ToDocument {
  readonly name: string;
  readonly kind: string;
  /** 1-based. */
  readonly line: number;
  /** The line of its name, counted from the first of its own. */
  readonly headLine: number;
  /** Where it stood, as an offset. */
  readonly start: number;
  readonly original: string;
  readonly mark: ReturnType<typeof codeMark>;
}

/** What is decided of a whole file before anything of it is asked. */
export interface FileParts extends Pick<ReadingRules, 'isOn' | 'findingsIn'> {
  readonly guard: Pick<FileGuard, 'refusalOf'>;
}

/** What was found in a file: so many are given, and how many there are. */
export interface FoundUndocumented {
  readonly document: ReadableText;
  readonly given: readonly ToDocument[];
  readonly count: number;
}

/**
 * What is public in a document and has no comment, at most so many of it. Rejects with a CannotAsk where nothing of it may be sent or
 * changed, and where nobody can tell what it declares.
 */
export async function undocumentedIn(
  document: vscode.TextDocument,
  most: number,
  parts: FileParts,
): Promise<FoundUndocumented> {
  refuseWhereOff(document, parts);
  const file = fileName(document.uri);
  const refusal = (await parts.guard.refusalOf(document.uri)) ?? (await unwritable(document));
  if (refusal !== undefined) throw new CannotAsk(refusal);
  const { readable } = await readDocument(document, new vscode.Range(0, 0, 0, 0), parts.findingsIn);
  const why = whyNotDocumentable(document.languageId, document.uri.path);
  if (why) throw new CannotAsk(whyNotTexts[why](file));
  const { version } = document;
  const symbols = (await symbolsOf(document, symbolsMs)).map(declaredSymbol);
  if (symbols.length === 0) throw new CannotAsk(noSymbols(file));
  if (document.version !== version) throw new CannotAsk(l10n.t('{0} has just changed. Try once more.', file));
  const text = readable.text();
  const found = await inSteps(undocumented({ text, language: document.languageId, file, symbols }), pace);
  const given = found.slice(0, most).map(({ name, kind, nameLine, first, last }): ToDocument => {
    const start = new vscode.Position(first, 0);
    const original = readable.text(new vscode.Range(start, readable.line(last).range.end));
    const at = readable.offsetAt(start);
    const mark = codeMark(text, original, at);
    return { name, kind, line: nameLine + 1, headLine: nameLine - first, start: at, original, mark };
  });
  return { document: readable, given, count: found.length };
}

async function unwritable({ uri }: vscode.TextDocument): Promise<string | undefined> {
  if (await isWritable(uri)) return undefined;
  return l10n.t('{0} is read-only, so nothing was changed.', fileName(uri));
}

const noSymbols = (file: string): string =>
  l10n.t(
    'No language service says what {0} declares. Install the extension for its language, or wait until it is ready, and try once more. A single declaration can be documented without it: put the cursor in it and choose Add Documentation.',
    file,
  );

const whyNotTexts = {
  language: (file: string) => l10n.t('{0} declares nothing that is documented by comments.', file),
  source: (file: string) =>
    l10n.t(
      'In C and C++ a header says what is public, and {0} is none. Open the header, or put the cursor in one function and choose Add Documentation.',
      file,
    ),
};

const declaredSymbol = ({ name, kind, range, selectionRange, children }: vscode.DocumentSymbol): DeclaredSymbol => ({
  name,
  kind: vscode.SymbolKind[kind],
  startLine: range.start.line,
  endLine: range.end.character === 0 && range.end.line > range.start.line ? range.end.line - 1 : range.end.line,
  nameLine: selectionRange.start.line,
  nameColumn: selectionRange.start.character,
  children: children.map(declaredSymbol),
});
