import * as vscode from 'vscode';
import type { AskRequest } from '../../interaction/asking/askRequest.ts';
import { whereItIs } from './whereItIs.ts';
import { referencesAt, symbolFor } from './languageServices.ts';
import { mayBeRead } from './readableText.ts';

/** More are no answer to read. */
const mostUses = 60;

/**
 * Where the language services see what was asked about used: 'src/cart.ts:12', in their order. Files that must not be read are
 * not named. None when no service knows, or none in time; undefined in restricted mode, which sends the code alone.
 */
export async function usesOf(asked: AskRequest): Promise<readonly string[] | undefined> {
  if (!vscode.workspace.isTrusted) return undefined;
  const now = await whereItIs(asked);
  const symbol = now && (await symbolFor(now.document, now.range));
  if (!symbol) return [];
  const found = (await referencesAt(now.document, symbol.selectionRange.start)).slice(0, mostUses);
  const open = await Promise.all(found.map(({ uri }) => mayBeRead(uri)));
  return found
    .filter((_, index) => open[index])
    .map(({ uri, range }) => `${vscode.workspace.asRelativePath(uri, false)}:${range.start.line + 1}`);
}
