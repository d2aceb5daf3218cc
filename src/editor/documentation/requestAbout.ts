import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { anchor } from '../../assist/anchor.ts';
import type { CodeItem } from '../../assist/assistance.ts';
import { batchIds } from '../../assist/batch/batchIds.ts';
import { docs } from '../../assist/tasks/docs.ts';
import type { AskRequest } from '../../interaction/asking/askRequest.ts';
import { CannotAsk } from '../../interaction/asking/cannotAsk.ts';
import { editPlace, gatherContext, type GatherParts } from '../asking/gatherContext.ts';
import type { ReadableText } from '../asking/readableText.ts';
import type { ToDocument } from './undocumentedIn.ts';

/** The file whose declarations are asked about. */
export interface AskedFile {
  readonly document: vscode.TextDocument;
  readonly readable: ReadableText;
}

/** A question about declarations, and which of them its items are. */
export interface RequestAbout {
  readonly request: AskRequest;
  readonly some: readonly ToDocument[];
  /** Empty where it is about one. */
  readonly byId: ReadonlyMap<string, ToDocument>;
}

/** What making a question needs of the world, and whether it is asked for an answer by ids. */
export interface AboutParts extends GatherParts {
  readonly isBatch: boolean;
}

/**
 * The question about these declarations, where they stand now; those of several whose code has changed are not in it. A string says why
 * nobody is asked.
 */
export async function requestAbout(
  some: readonly ToDocument[],
  asked: AskedFile,
  parts: AboutParts,
): Promise<RequestAbout | string> {
  const placed = some.flatMap(one => {
    const span = anchor(asked.readable.text(), one);
    return typeof span === 'string' ? [] : [{ one, ...span }];
  });
  if (placed.length === 0) return hasChanged();
  try {
    return await (parts.isBatch ? aboutSeveral : aboutOne)(placed, asked, parts);
  } catch (error) {
    if (error instanceof CannotAsk) return error.message;
    throw error;
  }
}

const hasChanged = (): string => l10n.t('Its code has changed.');

interface Placed {
  readonly one: ToDocument;
  readonly start: number;
  readonly end: number;
}

async function aboutOne(
  placed: readonly Placed[],
  asked: AskedFile,
  parts: GatherParts,
): Promise<RequestAbout | string> {
  const { context, range, readable } = await contextOf(placed, asked, { parts, gather: docs.gather });
  const [{ one } = { one: undefined }] = placed;
  if (context.code !== one?.original) return hasChanged();
  const { name, kind, original } = one;
  const named = vscode.workspace.isTrusted ? { ...context, symbol: { name, kind } } : context;
  const request = { assistance: docs, context: named, place: editPlace(readable, range, original) };
  return { request, some: [one], byId: new Map() };
}

async function aboutSeveral(
  placed: readonly Placed[],
  asked: AskedFile,
  parts: GatherParts,
): Promise<RequestAbout | string> {
  const text = asked.readable.text();
  const { context: gathered, range, readable, start, end } = await contextOf(placed, asked, { parts, gather: {} });
  const { symbol: _, ...context } = gathered; // it stands around one of them at most
  if (context.code !== text.slice(start, end) || readable.text() !== text) return hasChanged();
  const ids = batchIds(placed.map(({ one }) => one.original));
  const lineOf = (offset: number): number => asked.readable.positionAt(offset).line - range.start.line;
  const items = placed.map(({ one, ...span }, at): CodeItem => {
    const first = lineOf(span.start);
    return { id: ids[at] ?? '', first, last: lineOf(span.end), head: first + one.headLine };
  });
  const request = { assistance: docs, context: { ...context, items }, place: editPlace(readable, range, context.code) };
  return {
    request,
    some: placed.map(({ one }) => one),
    byId: new Map(placed.map(({ one }, at) => [ids[at] ?? '', one])),
  };
}

interface Wanted {
  readonly parts: GatherParts;
  readonly gather: { readonly callers?: boolean };
}

/** What is known of the lines from the first of them to the last one. */
async function contextOf(placed: readonly Placed[], { document, readable }: AskedFile, { parts, gather }: Wanted) {
  const start = Math.min(...placed.map(each => each.start));
  const end = Math.max(...placed.map(each => each.end));
  const range = new vscode.Range(readable.positionAt(start), readable.positionAt(end));
  const selection = new vscode.Selection(range.start, range.end);
  const { context, document: read } = await gatherContext({ document, selection }, parts, gather);
  return { context, range, readable: read, start, end };
}
