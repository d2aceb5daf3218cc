import { healthy, choosing, inTurn, refusing, sending } from '../../stage/replies.ts';
import type { Row } from '../../stage/row.ts';

const json = { 'content-type': 'application/json' };

/** How FastAPI servers say that they do not know a parameter. */
const lacking = { type: 'extra_forbidden', loc: ['body', 'temperature'], msg: 'Extra inputs are not permitted' };

const tooLong = refusing(400, ({ protocol }) =>
  protocol === 'openai'
    ? { type: 'invalid_request_error', code: 'context_length_exceeded' }
    : { type: 'invalid_request_error', message: 'prompt is too long: 250000 tokens > 200000 maximum' },
);

/** Statuses that mean that nothing was done: one request, nothing owed, nothing held against the target. */
const refused = { requests: 1 } as const;

/** II. What a server says by its status, F30 to F46, but for the redirects. */
export const refusalRows: readonly Row[] = [
  {
    id: 'F30',
    title: 'a request that is refused for no known reason is refused by this server: the next one elsewhere is asked',
    serve: refusing(400, { type: 'invalid_request_error', message: 'messages: must not be empty' }),
    alone: { ...refused, ends: 'bad-request', said: 'messages: must not be empty' },
    backup: refused,
    neighbour: { ...refused, ends: 'bad-request', by: 'nobody' },
  },
  {
    id: 'F31',
    title: 'a context that is too long is tried once more, smaller, and then left to the next target',
    serve: tooLong,
    alone: { requests: 2, ends: 'context-too-long' },
    backup: { requests: 2 },
  },
  {
    id: 'F31',
    variant: 'shrunk',
    title: 'an answer to a smaller context is said to be one, and not remembered',
    serve: inTurn(tooLong, healthy),
    alone: { requests: 2, stored: false },
  },
  ...(
    [
      [
        'spend limit',
        400,
        { type: 'invalid_request_error', message: 'You have reached your specified API usage limits.' },
      ],
      ['402', 402, { type: 'billing_error' }],
    ] as const
  ).map(([variant, status, fields]): Row => ({
    id: 'F32',
    variant,
    title: 'an empty purse closes the gate of the whole origin',
    serve: refusing(status, fields),
    alone: { ...refused, ends: 'quota', gate: 'quota' },
    backup: { ...refused, gate: 'quota' },
    neighbour: { ...refused, ends: 'quota', by: 'nobody', gate: 'quota' },
  })),
  {
    id: 'F33',
    title: 'a rejected key closes the gate until the user acts, and is never quoted',
    serve: refusing(401, {
      type: 'authentication_error',
      message: 'Incorrect API key: sk-test-Steadfast0123456789abcdef',
    }),
    alone: { ...refused, ends: 'auth', gate: 'credential', gateMs: Infinity, said: 'Incorrect API key: [key]' },
    backup: { ...refused, gate: 'credential' },
    neighbour: { ...refused, ends: 'auth', by: 'nobody', gate: 'credential' },
  },
  {
    id: 'F33',
    variant: 'changed meanwhile',
    title: 'a key that was changed since the request is tried once',
    wires: ['openai', 'anthropic'],
    serve: inTurn(refusing(401, { type: 'authentication_error' }), healthy),
    world: { keys: ['sk-test-old-key-0123456789', 'sk-test-new-key-0123456789'] },
    alone: { requests: 2 },
  },
  {
    id: 'F34',
    title: 'a key without the right closes the gate, and the provider may say why',
    serve: refusing(403, { type: 'permission_error', message: 'Your region is not supported' }),
    alone: { ...refused, ends: 'auth', gate: 'credential', said: 'Your region is not supported' },
    backup: { ...refused, gate: 'credential' },
  },
  {
    id: 'F35',
    title: 'an unknown model is left for the next one',
    serve: refusing(404, ({ protocol }) =>
      protocol === 'openai'
        ? { type: 'invalid_request_error', code: 'model_not_found', param: 'model' }
        : { type: 'not_found_error', message: 'model: asked-model' },
    ),
    alone: { ...refused, ends: 'not-found' },
    backup: refused,
  },
  ...[404, 405].map((status): Row => ({
    id: 'F36',
    variant: String(status),
    title: 'a wrong path is said, and no other model behind it is tried',
    serve: sending('<html><h1>Not Found</h1></html>', { 'content-type': 'text/html' }, status),
    alone: { ...refused, ends: 'not-the-api', code: 'path' },
    backup: { ...refused, code: 'path' },
    neighbour: { ...refused, ends: 'not-the-api', code: 'path', by: 'nobody' },
  })),
  {
    id: 'F37',
    title: '408 is tried once more',
    serve: refusing(408),
    alone: { requests: 2, ends: 'server', code: 'timeout', trips: 1, spent: 'input' },
    backup: { requests: 2, code: 'timeout', trips: 1, spent: 'input' },
  },
  {
    id: 'F38',
    title: '409 is tried once more and counts against nobody',
    serve: refusing(409),
    alone: { requests: 2, ends: 'conflict', spent: 'input' },
    backup: { requests: 2, spent: 'input' },
  },
  {
    id: 'F39',
    variant: '410',
    title: 'a retired model is left for the next one',
    serve: refusing(410),
    alone: { ...refused, ends: 'not-found' },
    backup: refused,
  },
  {
    id: 'F39',
    variant: '413',
    title: 'a request that is too large is tried once more, smaller',
    serve: sending('<html>413 Request Entity Too Large</html>', { 'content-type': 'text/html' }, 413),
    alone: { requests: 2, ends: 'context-too-long', said: null },
    backup: { requests: 2 },
  },
  ...[204, 205, 300, 304].map((status): Row => ({
    id: 'F44',
    variant: String(status),
    title: 'an answer without a body is empty and goes to the next target',
    serve: sending('', json, status),
    alone: { requests: 1, ends: 'empty', trips: 1, spent: 'input' },
    backup: { requests: 1, trips: 1, spent: 'input' },
  })),
  ...[415, 422].map((status): Row => ({
    id: 'F45',
    variant: String(status),
    title: 'a request that is not understood goes to the next server',
    serve: refusing(status),
    alone: { ...refused, ends: 'bad-request' },
    backup: refused,
    neighbour: { ...refused, ends: 'bad-request', by: 'nobody' },
  })),
  {
    id: 'F45',
    variant: 'parameter',
    title: 'a parameter that the server lacks is left out from then on',
    wires: ['openai', 'local'],
    serve: choosing(({ body }) =>
      body.includes('"temperature"') ? sending(JSON.stringify({ detail: [lacking] }), json, 422) : healthy,
    ),
    alone: { requests: 2 },
    backup: { requests: 2, by: 'target' },
  },
  {
    id: 'F46',
    title: '425 is tried once more and counts against nobody',
    serve: refusing(425),
    alone: { requests: 2, ends: 'conflict' },
    backup: { requests: 2 },
  },
];
