import type { Asked } from '../model/asked.ts';
import { parseObject } from '../model/json.ts';
import type { Json } from '../model/json.ts';
import { findModel, models } from '../model/models.ts';
import { Refusal } from '../model/refusal.ts';
import type { Spoken } from '../model/spoken.ts';
import { anthropicWire } from '../wires/anthropic.ts';
import type { Wire } from '../wires/wire.ts';
import type { FaultName } from './fault.ts';
import type { Exchange, House } from './exchange.ts';
import { type Pace, play, playBody, until } from './play.ts';
import { spokenBy, type Transcript, transcriptFor } from './replay.ts';

const FIRST_TOKEN_MS = 150;
const CHUNK_MS = 15;
const SLOW_FIRST_TOKEN_MS = 8000;
const SLOW_CHUNK_MS = 400;
/** What is said in place of an answer, whatever was asked. */
const SAID: Partial<Record<FaultName, Spoken>> = {
  empty: { thinking: '', text: '', finish: 'stop' },
  refusal: { thinking: '', text: 'Practice: I would rather not answer this.', finish: 'refused' },
  nonsense: { thinking: '', text: '…?!', finish: 'stop' },
  'thought-out': { thinking: 'The user wants to know what this does. '.repeat(20), text: '', finish: 'length' },
};

/** Does what a request's path asks for; throws a `Refusal` for a path, model or body that does not exist or is wrong. */
export async function route(exchange: Exchange): Promise<void> {
  const { provider, record, wire } = exchange;
  const [path = ''] = record.path.split('?');
  if (record.method === 'GET' && path === '/v1/models') return sendBody(exchange, wire.models(models), 0);
  if (record.method !== 'POST' || path !== wire.path) {
    throw new Refusal('not-found', `Invalid URL (${record.method} ${path})`);
  }
  const body = parseObject(record.body);
  record.model = typeof body['model'] === 'string' ? body['model'] : '';
  const asked = wire.read(body, record.headers, findModel(record.model));
  record.cached = { ...wire.remember(provider.promptCache, asked), inputTokens: asked.inputTokens };
  await sendAnswer(exchange, { ...asked, cached: record.cached });
}

async function sendAnswer(exchange: Exchange, asked: Asked): Promise<void> {
  const { wire, house, response, fault, gone } = exchange;
  const said = fault && SAID[fault.name];
  const transcript = said ? undefined : transcriptOf(house, wire, asked.model);
  const spoken = said ?? (transcript ? spokenBy(transcript) : house.answer(asked));
  if (!asked.stream) return sendBody(exchange, wire.reply(asked, spoken), asked.inputTokens);
  if (fault?.name === 'cut') response.shouldKeepAlive = false;
  response.writeHead(200, {
    ...headers(exchange, asked.inputTokens),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache',
  });
  response.flushHeaders();
  if (fault?.name === 'silent') return until(gone);
  const frames = transcript ? wire.replay(transcript.payloads) : wire.frames(asked, spoken);
  await play(frames, { response, pace: paceOf(exchange), fault, gone });
}

function transcriptOf(house: House, wire: Wire, model: string): Transcript | undefined {
  const name = wire === anthropicWire ? 'anthropic' : 'openai';
  if (model.startsWith('replay:')) return transcriptFor(model, house.transcripts, name);
  return house.transcript?.wire === name ? house.transcript : undefined;
}

async function sendBody(exchange: Exchange, body: Json, tokens: number): Promise<void> {
  const { response, fault, gone } = exchange;
  response.setHeaders(new Map(Object.entries(headers(exchange, tokens))));
  response.setHeader('content-type', 'application/json');
  if (fault?.name === 'silent') {
    response.flushHeaders();
    return until(gone);
  }
  await playBody(JSON.stringify(body), { response, pace: paceOf(exchange), fault, gone });
}

function headers({ provider, wire, requestId }: Exchange, tokens: number): Readonly<Record<string, string>> {
  const limits = provider.limiter.count(tokens, performance.now());
  return { [wire.requestIdHeader]: requestId, ...wire.limitHeaders(limits) };
}

function paceOf({ house, fault }: Exchange): Pace {
  if (fault?.name !== 'slow') return { firstTokenMs: FIRST_TOKEN_MS * house.speed, chunkMs: CHUNK_MS * house.speed };
  const { firstTokenMs = SLOW_FIRST_TOKEN_MS, chunkMs = SLOW_CHUNK_MS } = fault.options;
  return { firstTokenMs, chunkMs };
}
