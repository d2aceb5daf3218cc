import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { CannotAsk } from '../../interaction/asking/cannotAsk.ts';
import { trialName } from '../../assist/names/trialName.ts';
import { TimeBudget } from '../../interaction/asking/timeBudget.ts';
import { filesTooText, renameEdits } from './renameEdit.ts';
import type { ReadableText } from '../asking/readableText.ts';
import { gatheringMs, symbolsOf } from '../asking/languageServices.ts';

/** A name that can be changed everywhere. */
export interface FoundName {
  readonly name: string;
  readonly range: vscode.Range;
  /** 'Function', 'Variable'; 'symbol' where the language service does not tell. */
  readonly kind: string;
}

/** The name under the cursor. Rejects with a message for the user when there is none, or no language service can rename it. */
export async function gatherName(document: ReadableText, at: vscode.Position): Promise<FoundName> {
  const word = document.wordAt(at);
  if (!word) throw new CannotAsk(l10n.t('There is no name under the cursor. Put the cursor on one.'));
  const offered = await renameable(document, at);
  const refusal = offered && (await refusalOf(document, offered));
  if (refusal === filesTooText()) throw new CannotAsk(refusal);
  const range = refusal === undefined ? offered : undefined;
  if (!range)
    throw new CannotAsk(
      l10n.t('“{0}” cannot be renamed here: the language service does not offer it.', document.text(word).slice(0, 60)),
    );
  const symbol = namedAt(await symbolsOf(document, gatheringMs), range);
  return { name: document.text(range), range, kind: symbol ? vscode.SymbolKind[symbol.kind] : 'symbol' };
}

async function renameable(document: ReadableText, at: vscode.Position): Promise<vscode.Range | undefined> {
  try {
    const prepared = await vscode.commands.executeCommand<{ readonly range: vscode.Range } | vscode.Range | undefined>(
      'vscode.prepareRename',
      document.uri,
      at,
    );
    if (!prepared) return undefined;
    return 'range' in prepared ? prepared.range : prepared;
  } catch {
    return undefined; // how a provider says no
  }
}

/** A longer trial is not waited for, ms: what comes of it is seen when a name is chosen. */
const trialMs = 2_000;

/**
 * Why the language service does not rename it at all. Some say so only when they have a new name: what cannot be renamed, as a word of
 * the language or one without a service, is not asked about.
 */
async function refusalOf(document: ReadableText, range: vscode.Range): Promise<string | undefined> {
  if (!vscode.workspace.isTrusted) return undefined; // most language services are off there: names can be read all the same
  const tried = renameEdits(document.uri, range.start, trialName(document.text(range)));
  const come = await new TimeBudget(trialMs).within(tried);
  return typeof come === 'string' ? come : undefined;
}

function namedAt(symbols: readonly vscode.DocumentSymbol[], range: vscode.Range): vscode.DocumentSymbol | undefined {
  for (const symbol of symbols) {
    if (!symbol.range.contains(range)) continue;
    return symbol.selectionRange.intersection(range) ? symbol : namedAt(symbol.children, range);
  }
  return undefined;
}
