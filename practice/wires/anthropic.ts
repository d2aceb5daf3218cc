import { randomUUID } from 'node:crypto';
import type { Asked } from '../model/asked.ts';
import { parseObject } from '../model/json.ts';
import type { Json } from '../model/json.ts';
import type { PracticeModel } from '../model/models.ts';
import { noCacheUse, type PromptBlock } from '../model/promptCache.ts';
import { Refusal, type RefusalKind } from '../model/refusal.ts';
import type { Spoken } from '../model/spoken.ts';
import { countTokens, splitIntoTokens } from '../model/tokens.ts';
import { blocksOf, messagesOf, positiveNumber, textOf } from './requestBody.ts';
import type { Frame, Limits, Wire } from './wire.ts';

/** The Anthropic wire: messages. https://docs.anthropic.com/en/api/messages */
export const anthropicWire: Wire = {
  path: '/v1/messages',
  requestIdHeader: 'request-id',
  read,
  remember: (cache, { model, blocks }) => cache.useMarked(model, blocks),
  reply: (asked, spoken) => ({
    ...head(asked),
    content: blocks(spoken).map(block => block.whole),
    ...stop(spoken),
    usage: usage(asked, outputTokens(spoken)),
  }),
  frames,
  replay: payloads => payloads.map(payload => rawFrame(nameOf(payload), payload)),
  errorStatus: ({ kind }) => errors[kind].status,
  errorBody: ({ kind, message }, requestId) => ({
    type: 'error',
    error: { type: errors[kind].type, message },
    request_id: requestId,
  }),
  models: list,
  limitHeaders,
};

const stopReasons = { stop: 'end_turn', length: 'max_tokens', refused: 'refusal' } as const;

const errors: Readonly<Record<RefusalKind, { status: number; type: string }>> = {
  unauthorized: { status: 401, type: 'authentication_error' },
  'not-found': { status: 404, type: 'not_found_error' },
  'bad-request': { status: 400, type: 'invalid_request_error' },
  'unsupported-parameter': { status: 400, type: 'invalid_request_error' },
  'unsupported-value': { status: 400, type: 'invalid_request_error' },
  'context-too-long': { status: 400, type: 'invalid_request_error' },
  'too-large': { status: 413, type: 'request_too_large' },
  'rate-limit': { status: 429, type: 'rate_limit_error' },
  quota: { status: 402, type: 'billing_error' },
  overloaded: { status: 529, type: 'overloaded_error' },
  'server-error': { status: 500, type: 'api_error' },
};

function read(body: Json, headers: Readonly<Record<string, string>>, model: PracticeModel | undefined): Asked {
  if (headers['anthropic-version'] === undefined) {
    throw new Refusal('bad-request', 'anthropic-version: header is required');
  }
  const id = body['model'];
  if (typeof id !== 'string') throw new Refusal('bad-request', 'model: Field required');
  if (model === undefined) throw new Refusal('not-found', `model: ${id}`);
  const maxTokens = positiveNumber(body['max_tokens']);
  if (maxTokens === undefined) throw new Refusal('bad-request', 'max_tokens: Field required');
  if (model.manner === 'dialect' && body['temperature'] !== undefined) {
    throw new Refusal('unsupported-parameter', '`temperature` is not supported for this model.');
  }
  const system = textOf(body['system']);
  const messages = messagesOf(body).map(one => ({ role: one['role'], text: textOf(one['content']) }));
  const blocks = markedBlocksOf(body);
  const inputTokens = blocks.reduce((sum, { tokens }) => sum + tokens, 0);
  if (inputTokens > model.contextTokens) {
    const message = `prompt is too long: ${inputTokens} tokens > ${model.contextTokens} maximum`;
    throw new Refusal('context-too-long', message);
  }
  return {
    model: id,
    system,
    messages: messages.flatMap(({ role, text }) => (role === 'user' || role === 'assistant' ? [{ role, text }] : [])),
    stream: body['stream'] === true,
    includeUsage: true,
    maxTokens,
    inputTokens,
    blocks,
    cached: noCacheUse,
  };
}

const mostMarks = 4;
/** What a message takes besides its text. */
const messageTokens = 4;

/** System, then messages; a message's frame counts with its first block. */
function markedBlocksOf(body: Json): readonly PromptBlock[] {
  const messages = messagesOf(body).flatMap((message, at) =>
    blocksOf(message['content'], `messages.${at}.content`).map((block, index) => ({
      ...block,
      text: index === 0 ? `${String(message['role'])}: ${block.text}` : block.text,
      tokens: block.tokens + (index === 0 ? messageTokens : 0),
    })),
  );
  const all = [...blocksOf(body['system'] ?? [], 'system'), ...messages];
  const marks = all.filter(({ isMarked }) => isMarked).length;
  if (marks > mostMarks) {
    const message = `A maximum of ${mostMarks} blocks with cache_control may be provided. Found ${marks}.`;
    throw new Refusal('bad-request', message);
  }
  return all;
}

function frames(asked: Asked, spoken: Spoken): readonly Frame[] {
  const message = { ...head(asked), content: [], stop_reason: null, stop_sequence: null, usage: usage(asked, 1) };
  const streamed = blocks(spoken).flatMap((block, index) => [
    frame('content_block_start', { index, content_block: block.empty }),
    ...(index === 0 ? [frame('ping', {})] : []),
    ...block.deltas.map(delta => frame('content_block_delta', { index, delta })),
    frame('content_block_stop', { index }),
  ]);
  return [
    frame('message_start', { message }),
    ...(streamed.length === 0 ? [frame('ping', {})] : streamed),
    frame('message_delta', { delta: stop(spoken), usage: usage(asked, outputTokens(spoken)) }),
    frame('message_stop', {}),
  ];
}

interface Block {
  readonly whole: Json;
  readonly empty: Json;
  readonly deltas: readonly Json[];
}

function blocks({ thinking, text }: Spoken): readonly Block[] {
  const signature = 'cHJhY3RpY2U=';
  const thought: Block = {
    whole: { type: 'thinking', thinking, signature },
    empty: { type: 'thinking', thinking: '', signature: '' },
    deltas: [
      ...splitIntoTokens(thinking).map(piece => ({ type: 'thinking_delta', thinking: piece })),
      { type: 'signature_delta', signature },
    ],
  };
  const said: Block = {
    whole: { type: 'text', text },
    empty: { type: 'text', text: '' },
    deltas: splitIntoTokens(text).map(piece => ({ type: 'text_delta', text: piece })),
  };
  return [...(thinking === '' ? [] : [thought]), ...(text === '' ? [] : [said])];
}

function frame(name: string, payload: Json): Frame {
  return rawFrame(name, JSON.stringify({ type: name, ...payload }));
}

function rawFrame(name: string, payload: string): Frame {
  return { bytes: `event: ${name}\ndata: ${payload}\n\n`, isContent: name === 'content_block_delta' };
}

function nameOf(payload: string): string {
  const type = parseObject(payload)['type'];
  return typeof type === 'string' ? type : 'message';
}

function head(asked: Asked): Json {
  const id = `msg_practice_${randomUUID().replaceAll('-', '')}`;
  return { id, type: 'message', role: 'assistant', model: asked.model };
}

function stop({ finish }: Spoken): Json {
  return { stop_reason: stopReasons[finish], stop_sequence: null };
}

function outputTokens({ text, thinking }: Spoken): number {
  return countTokens(text) + countTokens(thinking);
}

function usage(asked: Asked, output_tokens: number): Json {
  const { read, written } = asked.cached;
  const cache = { cache_creation_input_tokens: written, cache_read_input_tokens: read };
  return { input_tokens: asked.inputTokens - read - written, ...cache, output_tokens, service_tier: 'standard' };
}

function list(models: readonly PracticeModel[]): Json {
  const created_at = '2026-01-01T00:00:00Z';
  return {
    data: models.map(({ id, displayName }) => ({ type: 'model', id, display_name: displayName, created_at })),
    has_more: false,
    first_id: models.at(0)?.id ?? null,
    last_id: models.at(-1)?.id ?? null,
  };
}

function limitHeaders({ requests, tokens, resetSeconds }: Limits): Readonly<Record<string, string>> {
  const reset = new Date(Date.now() + resetSeconds * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
  return {
    'anthropic-ratelimit-requests-limit': String(requests.limit),
    'anthropic-ratelimit-requests-remaining': String(requests.remaining),
    'anthropic-ratelimit-requests-reset': reset,
    'anthropic-ratelimit-tokens-limit': String(tokens.limit),
    'anthropic-ratelimit-tokens-remaining': String(tokens.remaining),
    'anthropic-ratelimit-tokens-reset': reset,
  };
}
