import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Refusal } from '../model/refusal.ts';
import { anthropicWire } from '../wires/anthropic.ts';
import { openaiWire } from '../wires/openai.ts';
import type { Wire } from '../wires/wire.ts';
import type { Exchange, House } from './exchange.ts';
import type { Fault } from './fault.ts';
import { exhausted } from './limiter.ts';
import { until } from './play.ts';
import type { Provider } from './provider.ts';
import { now, type OpenRequest, readBody } from './request.ts';
import { route } from './route.ts';
import { closeSocket, isClosedByUs } from './socket.ts';

/** A request whose headers have arrived. */
export interface Arrival {
  readonly provider: Provider;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly record: OpenRequest;
  readonly house: House;
}

const RETRY_AFTER_SECONDS = 20;

/** Takes one request from its headers to the end of its answer, and writes down when the client leaves early. */
export async function serve(arrival: Arrival): Promise<void> {
  const { provider, request, response, record } = arrival;
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished && !isClosedByUs(request.socket)) record.closedByClientAtMs = now();
    gone.abort();
  });
  const requestId = `req_practice_${randomUUID().replaceAll('-', '')}`;
  const fault = provider.takeFault();
  const exchange = { ...arrival, wire: wireOf(provider, record), gone: gone.signal, requestId, fault };
  try {
    record.body = await readBody(request);
    await answer(exchange);
  } catch (error) {
    if (!gone.signal.aborted) fail(exchange, error);
  }
}

function wireOf(provider: Provider, { path, headers }: OpenRequest): Wire {
  if (!path.startsWith('/v1/models')) return provider.wire;
  return headers['anthropic-version'] === undefined ? openaiWire : anthropicWire;
}

async function answer(exchange: Exchange): Promise<void> {
  const { fault, response, gone } = exchange;
  if (fault?.name === 'hang') return until(gone);
  if (fault?.name === 'reset') return closeSocket(response.socket, 'reset');
  if (fault?.name === 'html') return sendLoginPage(response);
  if (fault !== undefined) refuseFor(fault);
  checkKey(exchange);
  await route(exchange);
}

function refuseFor({ name }: Fault): void {
  if (name === 'rate-limit') throw new Refusal('rate-limit', 'Practice: rate limit reached, please try again later.');
  if (name === 'overloaded') throw new Refusal('overloaded', 'Practice: overloaded');
  if (name === 'server-error')
    throw new Refusal('server-error', 'Practice: the server had an error, sorry about that!');
  if (name === 'unauthorized') throw new Refusal('unauthorized', 'Practice: this key is not accepted.');
  if (name === 'no-model')
    throw new Refusal('not-found', 'Practice: the model does not exist or you have no access to it.');
  if (name === 'quota') throw new Refusal('quota', 'Practice: your credit balance is too low, check plan and billing.');
}

function checkKey({ provider, record, house }: Exchange): void {
  if (provider.name === 'local' || !house.requireKey) return;
  const bearer = /^Bearer (.+)$/i.exec(record.headers['authorization'] ?? '')?.[1];
  const key = record.headers['x-api-key'] ?? bearer;
  const rule = "Practice keys begin with 'practice-'.";
  if (key === undefined) throw new Refusal('unauthorized', `You didn't provide an API key. ${rule}`);
  if (!key.startsWith('practice-')) throw new Refusal('unauthorized', `Incorrect API key provided. ${rule}`);
}

function fail(exchange: Exchange, error: unknown): void {
  if (error instanceof Refusal) return sendRefusal(exchange, error);
  if (exchange.response.headersSent) return closeSocket(exchange.response.socket, 'destroy');
  const told = error instanceof Error ? error.stack : String(error);
  sendRefusal(exchange, new Refusal('server-error', `A mistake in the practice provider itself: ${told}`));
}

function sendRefusal({ response, wire, requestId, fault }: Exchange, refusal: Refusal): void {
  const isRateLimit = refusal.kind === 'rate-limit';
  const retryAfter = fault?.options.retryAfterSeconds ?? (isRateLimit ? RETRY_AFTER_SECONDS : undefined);
  response.writeHead(wire.errorStatus(refusal), {
    'content-type': 'application/json',
    [wire.requestIdHeader]: requestId,
    ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    ...(isRateLimit ? wire.limitHeaders(exhausted(retryAfter ?? RETRY_AFTER_SECONDS)) : {}),
  });
  response.end(JSON.stringify(wire.errorBody(refusal, requestId)));
}

function sendLoginPage(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end('<!doctype html><title>Practice network login</title><h1>Please log in to use this network</h1>');
}
