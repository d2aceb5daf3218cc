import * as vscode from 'vscode';
import { type Clock, sleep } from '../../core/model/clock.ts';
import type { AskRequest } from '../../interaction/asking/askRequest.ts';
import { CannotAsk } from '../../interaction/asking/cannotAsk.ts';
import { whereItIs } from './whereItIs.ts';
import { gatherContext, type GatherParts } from './gatherContext.ts';
import { symbolsOf } from './languageServices.ts';
import { editPlace } from './gatherContext.ts';

/** What looking for the function needs of the world. */
export interface WholeParts extends GatherParts {
  readonly clock: Clock;
  /** Ends the search. */
  readonly signal: AbortSignal;
}

/** A language service may begin only with the first file of its language that is opened: when it is asked again, ms. */
const waitsMs = [1_000, 3_000, 8_000, 20_000] as const;
/** How long one answer of it is waited for, ms. */
const patienceMs = 20_000;

/**
 * The same question about the function around its line, once a language service knows it. undefined: none did within half a
 * minute or so, the code has gone, the search was ended, or the workspace is not trusted.
 */
export async function wholeFunction(asked: AskRequest, parts: WholeParts): Promise<AskRequest | undefined> {
  if (!vscode.workspace.isTrusted) return undefined;
  for (const waitMs of waitsMs) {
    const isOver = await sleep(parts.clock, waitMs, parts.signal).then(
      () => false,
      () => true,
    );
    const now = isOver ? undefined : await whereItIs(asked);
    if (!now) return undefined;
    if ((await symbolsOf(now.document, patienceMs)).length > 0) return gatheredAnew(asked, now.range.start, parts);
  }
  return undefined;
}

async function gatheredAnew(
  { assistance, context: { input }, place }: AskRequest,
  at: vscode.Position,
  parts: GatherParts,
): Promise<AskRequest | undefined> {
  const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === place?.uri);
  if (!document) return undefined;
  try {
    const {
      context,
      document: readable,
      range,
    } = await gatherContext({ document, selection: new vscode.Selection(at, at) }, parts, assistance.gather);
    if (context.isLineOnly) return undefined;
    return { assistance, context: { ...context, input }, place: editPlace(readable, range, context.code) };
  } catch (error) {
    if (error instanceof CannotAsk) return undefined; // nothing was promised: it is only not offered
    throw error;
  }
}
