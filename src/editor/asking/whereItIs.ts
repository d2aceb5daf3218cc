import * as vscode from 'vscode';
import { anchor } from '../../assist/anchor.ts';
import type { AskRequest } from '../../interaction/asking/askRequest.ts';
import { openDocument, type ReadableText } from './readableText.ts';

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
