import { randomUUID } from 'node:crypto';
import type { Asked } from '../model/asked.ts';
import { isObject } from '../model/json.ts';
import type { Json } from '../model/json.ts';
import type { PracticeModel } from '../model/models.ts';
import { noCacheUse } from '../model/promptCache.ts';
import { Refusal, type RefusalKind } from '../model/refusal.ts';
import type { Spoken } from '../model/spoken.ts';
import { countTokens, splitIntoTokens } from '../model/tokens.ts';
import { messagesOf, positiveNumber, textOf } from './requestBody.ts';
import type { Frame, Limits, Wire } from './wire.ts';

/** The OpenAI wire: chat completions. https://platform.openai.com/docs/api-reference/chat */
export const openaiWire: Wire = {
  path: '/v1/chat/completions',
  requestIdHeader: 'x-request-id',
  read,
  remember: (cache, { model, blocks }) => cache.useAutomatic(model, blocks),
  reply: (asked, spoken) => ({
    ...head(asked, 'chat.completion'),
    choices: [{ index: 0, message: message(spoken), logprobs: null, finish_reason: finishReasons[spoken.finish] }],
    usage: usage(asked, spoken),
  }),
  frames,
  replay: payloads => [...payloads.map(payload => frame(payload, !payload.includes('"choices":[]'))), done],
  errorStatus: ({ kind }) => errors[kind].status,
  errorBody: refusal => {
    const { type, code } = errors[refusal.kind];
    return { error: { message: refusal.message, type, param: refusal.parameter, code } };
  },
  models: models => ({
    object: 'list',
    data: models.map(({ id }) => ({ id, object: 'model', created: 1_767_225_600, owned_by: 'practice' })),
  }),
  limitHeaders,
};

const finishReasons = { stop: 'stop', length: 'length', refused: 'content_filter' } as const;

const errors: Readonly<Record<RefusalKind, { status: number; type: string; code: string | null }>> = {
  unauthorized: { status: 401, type: 'invalid_request_error', code: 'invalid_api_key' },
  'not-found': { status: 404, type: 'invalid_request_error', code: 'model_not_found' },
  'bad-request': { status: 400, type: 'invalid_request_error', code: null },
  'unsupported-parameter': { status: 400, type: 'invalid_request_error', code: 'unsupported_parameter' },
  'unsupported-value': { status: 400, type: 'invalid_request_error', code: 'unsupported_value' },
  'context-too-long': { status: 400, type: 'invalid_request_error', code: 'context_length_exceeded' },
  'too-large': { status: 413, type: 'invalid_request_error', code: null },
  'rate-limit': { status: 429, type: 'requests', code: 'rate_limit_exceeded' },
  quota: { status: 429, type: 'insufficient_quota', code: 'insufficient_quota' },
  overloaded: { status: 503, type: 'server_error', code: 'server_is_overloaded' },
  'server-error': { status: 500, type: 'server_error', code: null },
};

const done: Frame = { bytes: 'data: [DONE]\n\n', isContent: false };

function read(body: Json, _headers: Readonly<Record<string, string>>, model: PracticeModel | undefined): Asked {
  const id = body['model'];
  if (typeof id !== 'string') throw new Refusal('bad-request', 'you must provide a model parameter');
  if (model === undefined) {
    throw new Refusal('not-found', `The model \`${id}\` does not exist or you do not have access to it.`);
  }
  if (model.manner === 'dialect') refuseDialect(body);
  const messages = messagesOf(body).map(one => ({ role: one['role'], text: textOf(one['content']) }));
  const inputTokens = messages.reduce((sum, { text }) => sum + countTokens(text) + 4, 3);
  if (inputTokens > model.contextTokens) {
    const limit = `This model's maximum context length is ${model.contextTokens} tokens.`;
    const length = `However, your messages resulted in ${inputTokens} tokens.`;
    throw new Refusal('context-too-long', `${limit} ${length} Please reduce the length of the messages.`, 'messages');
  }
  const options = body['stream_options'];
  return {
    model: id,
    system: messages
      .filter(({ role }) => role === 'system' || role === 'developer')
      .map(({ text }) => text)
      .join('\n\n'),
    messages: messages.flatMap(({ role, text }) => (role === 'user' || role === 'assistant' ? [{ role, text }] : [])),
    stream: body['stream'] === true,
    includeUsage: isObject(options) && options['include_usage'] === true,
    maxTokens: positiveNumber(body['max_completion_tokens'] ?? body['max_tokens']),
    inputTokens,
    blocks: messages.map(({ role, text }) => ({
      text: `${String(role)}: ${text}`,
      isMarked: false,
      tokens: countTokens(text) + 4,
    })),
    cached: noCacheUse,
  };
}

function refuseDialect(body: Json): void {
  if (body['max_tokens'] !== undefined) {
    const message = "Unsupported parameter: 'max_tokens' is not supported with this model.";
    throw new Refusal('unsupported-parameter', `${message} Use 'max_completion_tokens' instead.`, 'max_tokens');
  }
  const temperature = body['temperature'];
  if (temperature !== undefined && temperature !== 1) {
    const message = `Unsupported value: 'temperature' does not support ${JSON.stringify(temperature)} with this model.`;
    throw new Refusal('unsupported-value', `${message} Only the default (1) value is supported.`, 'temperature');
  }
}

function frames(asked: Asked, spoken: Spoken): readonly Frame[] {
  const common = { ...head(asked, 'chat.completion.chunk'), ...(asked.includeUsage ? { usage: null } : {}) };
  const chunk = (delta: Json, finish_reason: string | null = null) => ({
    ...common,
    choices: [{ index: 0, delta, logprobs: null, finish_reason }],
  });
  const pieces = (text: string, name: string) =>
    splitIntoTokens(text).map(piece => frame(JSON.stringify(chunk({ [name]: piece })), true));
  const last = { ...common, choices: [], usage: usage(asked, spoken) };
  return [
    frame(JSON.stringify(chunk({ role: 'assistant', content: '', refusal: null })), false),
    ...pieces(spoken.thinking, 'reasoning_content'),
    ...pieces(spoken.text, 'content'),
    frame(JSON.stringify(chunk({}, finishReasons[spoken.finish])), false),
    ...(asked.includeUsage ? [frame(JSON.stringify(last), false)] : []),
    done,
  ];
}

function frame(payload: string, isContent: boolean): Frame {
  return { bytes: `data: ${payload}\n\n`, isContent };
}

function head(asked: Asked, object: string): Json {
  const id = `chatcmpl-practice-${randomUUID()}`;
  const created = Math.floor(Date.now() / 1000);
  return { id, object, created, model: asked.model, service_tier: 'default', system_fingerprint: 'fp_practice' };
}

function message({ text, thinking }: Spoken): Json {
  const base = { role: 'assistant', content: text, refusal: null };
  return thinking === '' ? base : { ...base, reasoning_content: thinking };
}

function usage(asked: Asked, { text, thinking }: Spoken): Json {
  const reasoning = countTokens(thinking);
  const completion = countTokens(text) + reasoning;
  return {
    prompt_tokens: asked.inputTokens,
    completion_tokens: completion,
    total_tokens: asked.inputTokens + completion,
    prompt_tokens_details: { cached_tokens: asked.cached.read, audio_tokens: 0 },
    completion_tokens_details: { reasoning_tokens: reasoning, audio_tokens: 0 },
  };
}

function limitHeaders({ requests, tokens, resetSeconds }: Limits): Readonly<Record<string, string>> {
  return {
    'x-ratelimit-limit-requests': String(requests.limit),
    'x-ratelimit-remaining-requests': String(requests.remaining),
    'x-ratelimit-reset-requests': `${resetSeconds}s`,
    'x-ratelimit-limit-tokens': String(tokens.limit),
    'x-ratelimit-remaining-tokens': String(tokens.remaining),
    'x-ratelimit-reset-tokens': `${resetSeconds}s`,
  };
}
