import { subscribe } from 'node:diagnostics_channel';
import { asObject } from '../errors/json.ts';

/** The header that names a question on the wire, for tracing; the watch finds a request by it. */
export const requestHeader = 'x-steadfast-request';

/** How far a request has come: 'unseen' stays where the host's fetch is not undici's. */
export type Stage = 'unseen' | 'waiting' | 'connected' | 'sent';

/** One request, watched until `stop`. */
export interface Watch {
  readonly stage: Stage;
  /** The status that came over the wire, also one that fetch hides (407). */
  readonly status: number | undefined;
  stop(): void;
}

/**
 * Watches one request through undici's diagnostics channels, which are the only place where "connected" and "sent" can be
 * seen when the host's global fetch is used. A kept-alive connection counts as connected when the headers go out.
 */
export function watchRequest(id: string, origin: string, onStage: (stage: 'connected' | 'sent') => void): Watch {
  const entry: Entry = {
    id,
    origin,
    onStage,
    stage: 'unseen',
    status: undefined,
    request: undefined,
    stop: () => leave(entry),
  };
  listen();
  entries.add(entry);
  return entry;
}

interface Entry {
  readonly id: string;
  readonly origin: string;
  readonly onStage: (stage: 'connected' | 'sent') => void;
  readonly stop: () => void;
  stage: Stage;
  status: number | undefined;
  /** undici's own object for the request; later events are matched by it. */
  request: object | undefined;
}

/** The requests in flight; of all others the listeners know nothing. */
const entries = new Set<Entry>();

function leave(entry: Entry): void {
  entries.delete(entry);
}

let listening = false;

/** From the first request on: undici's own code gets slower each time that a channel gains or loses its only listener. */
function listen(): void {
  if (listening) return;
  listening = true;
  for (const [channel, listener] of channels) subscribe(channel, listener);
}

const channels: readonly (readonly [string, (event: unknown) => void])[] = [
  ['undici:request:create', onCreate],
  ['undici:client:sendHeaders', onSending],
  ['undici:request:headers', onHeaders],
];

function onCreate(event: unknown): void {
  const request = asObject(asObject(event)?.['request']);
  if (request === undefined) return;
  for (const entry of entries) {
    if (
      entry.request === undefined &&
      String(request['origin']) === entry.origin &&
      carries(request['headers'], entry.id)
    ) {
      entry.request = request;
      entry.stage = 'waiting';
      return;
    }
  }
}

/** undici keeps headers as a flat list of names and values; before version 6, as one text. */
function carries(headers: unknown, id: string): boolean {
  if (typeof headers === 'string') return headers.includes(`${requestHeader}: ${id}\r\n`);
  if (!Array.isArray(headers)) return false;
  const at = headers.indexOf(requestHeader);
  return at >= 0 && headers[at + 1] === id;
}

/** With the headers the first bytes leave: from here on the request may be billed, however long its body takes. */
function onSending(event: unknown): void {
  reach(event, 'connected');
  reach(event, 'sent');
}

function reach(event: unknown, stage: 'connected' | 'sent'): void {
  const entry = entryOf(event);
  if (entry === undefined || entry.stage === stage) return;
  entry.stage = stage;
  entry.onStage(stage);
}

function onHeaders(event: unknown): void {
  const entry = entryOf(event);
  if (entry === undefined) return;
  const { statusCode: status, headers } = asObject(asObject(event)?.['response']) ?? {};
  if (typeof status === 'number') entry.status = status;
  if (Array.isArray(headers)) replaceEncodings(headers);
}

/** Stands in the place of content encodings that are too many: no coding, so that the body is not even begun to be decoded. */
export const tooManyEncodings = 'x-too-many';
/** undici's own limit. */
const mostEncodings = 5;

/**
 * Where there are more encodings undici rejects, and leaves behind a body without a listener: whatever ends that one later, an
 * abort of ours or the server's reset, is an uncaught error of the whole process. So they are taken away before it reads them:
 * these are the headers that it goes on with.
 */
function replaceEncodings(headers: unknown[]): void {
  const places = headers.flatMap((name, at) => (at % 2 === 0 && isEncoding(name) ? [at + 1] : []));
  const codings = places.flatMap(at => String(headers[at]).split(','));
  if (codings.length <= mostEncodings) return;
  for (const at of places) headers[at] = Buffer.from(tooManyEncodings);
}

const isEncoding = (name: unknown): boolean => String(name).toLowerCase() === 'content-encoding';

function entryOf(event: unknown): Entry | undefined {
  const request = asObject(event)?.['request'];
  if (request === undefined) return undefined;
  for (const entry of entries) if (entry.request === request) return entry;
  return undefined;
}
