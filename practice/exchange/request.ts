import type { IncomingMessage } from 'node:http';
import type { CacheUse } from '../model/promptCache.ts';
import { Refusal } from '../model/refusal.ts';

/** The three origins of a practice server: two clouds and one local server. */
export type ProviderName = 'openai' | 'anthropic' | 'local';

/** One request as it arrived: what tests and the terminal look at. Times are milliseconds since the epoch, with a fraction. */
export interface PracticeRequest {
  readonly provider: ProviderName;
  readonly method: string;
  /** Path with query, as sent: '/v1/messages'. */
  readonly path: string;
  /** The model that was asked for; '' when the body names none. */
  readonly model: string;
  /** Header names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The raw body; '' until it has arrived whole. */
  readonly body: string;
  /** How much of its input was remembered; undefined: it was no question. */
  readonly cached?: CacheUse & { readonly inputTokens: number };
  /** When the headers had arrived. */
  readonly at: number;
  /** When the client closed the connection before it had its whole answer; undefined when it did not. */
  readonly closedByClientAtMs?: number;
}

/** The same while it is being filled. */
export type OpenRequest = { -readonly [Key in keyof PracticeRequest]: PracticeRequest[Key] };

const MAX_BODY_BYTES = 32 * 1024 * 1024;

/** The record of a request whose headers have arrived. */
export function recordOf(provider: ProviderName, request: IncomingMessage): OpenRequest {
  const headers = Object.entries(request.headersDistinct).map(([name, values]) => [name, values?.join(', ') ?? '']);
  return {
    provider,
    method: request.method ?? '',
    path: request.url ?? '',
    model: '',
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: '',
    at: now(),
  };
}

/** The whole body as text; rejects with a `Refusal` over 32 MiB, as the Anthropic API does. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  if (bytes > MAX_BODY_BYTES) throw new Refusal('too-large', 'Request exceeds the maximum size');
  return Buffer.concat(chunks).toString('utf8');
}

/** Milliseconds since the epoch with a fraction: fine enough to time a cancellation. */
export function now(): number {
  return performance.timeOrigin + performance.now();
}
