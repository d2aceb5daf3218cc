import * as vscode from 'vscode';
import { anchor } from '../../assist/anchor.ts';
import type { Facts } from '../../assist/facts.ts';
import type { AskRequest } from '../../interaction/asking/askRequest.ts';
import { factsAbout } from './languageServices.ts';
import { openDocument, type ReadableText } from './readableText.ts';

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
    hovers: context.hovers,
    diagnostics: context.diagnostics,
    references: [],
    children: [],
  };
  const now = await whereItIs(asked);
  return now ? factsAbout(now.document, now.range) : nothing;
}

/** Where the code that was asked about stands now; undefined: its document is closed, or it is not there any more. */
export async function whereItIs({
  context,
  place,
}: AskRequest): Promise<{ readonly document: ReadableText; readonly range: vscode.Range } | undefined> {
  const document = place && (await openDocument(place.uri));
  const span = document && anchor(document.text(), { original: context.code, mark: place.mark });
  if (!document || !span || typeof span === 'string') return undefined;
  return { document, range: new vscode.Range(document.positionAt(span.start), document.positionAt(span.end)) };
}
