import * as vscode from 'vscode';
import { anchor } from '../../assist/anchor.ts';
import type { Facts } from '../../assist/facts.ts';
import type { AskRequest } from '../../interaction/asking/askRequest.ts';
import { factsAbout } from './languageServices.ts';
import { openDocument } from './readableText.ts';

/** What the language services know about the code that was asked about, wherever it stands now. */
export async function factsFor({ context, place }: AskRequest): Promise<Facts> {
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
  const document = place && (await openDocument(place.uri));
  const span = document && anchor(document.text(), { original: context.code, mark: place.mark });
  if (!document || !span || typeof span === 'string') return nothing;
  return factsAbout(document, new vscode.Range(document.positionAt(span.start), document.positionAt(span.end)));
}
