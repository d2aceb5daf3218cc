import { byProtocol, refusing, sending } from '../../stage/replies.ts';
import type { Row } from '../../stage/row.ts';

const ownCooldownMs = 10_000; // the second rate limit in a row: 5 s × 2
const quotaMs = 3_600_000;

/** II. What a server says by its status, F47 to F58. */
export const statusRows: readonly Row[] = [
  {
    id: 'F47',
    title: 'a rate limit without a time is tried once after a second; with a backup the backup answers at once',
    serve: refusing(429, { type: 'rate_limit_error' }),
    alone: { requests: 2, ends: 'rate-limited', gate: 'cooling-down', gateMs: ownCooldownMs, tookMs: 1_250 },
    backup: { requests: 1, gate: 'cooling-down', gateMs: 5_000, tookMs: 0 },
  },
  ...[
    'insufficient_quota',
    'credit_balance_exhausted',
    'organization_spend_limit_exceeded',
    'project_spend_limit_exceeded',
    'organization_usage_limit_exceeded',
  ].map((code): Row => ({
    id: 'F48',
    variant: code,
    title: 'a 429 about money is no rate limit: no retry, the origin rests for an hour',
    wires: ['openai', 'local'],
    serve: refusing(429, { type: 'insufficient_quota', code }),
    alone: { requests: 1, ends: 'quota', gate: 'quota', gateMs: quotaMs },
    backup: { requests: 1, gate: 'quota', gateMs: quotaMs },
  })),
  {
    id: 'F49',
    title: 'an enforced spend limit is about money, whatever its status says',
    wires: ['anthropic'],
    serve: refusing(429, {
      type: 'rate_limit_error',
      details: { error_code: 'enforced_spend_limit_reached' },
    }),
    alone: { requests: 1, ends: 'quota', gate: 'quota', gateMs: quotaMs },
    backup: { requests: 1, gate: 'quota', gateMs: quotaMs },
  },
  {
    id: 'F50',
    title: 'asked to slow down, it is tried once and rests',
    serve: refusing(429, { type: 'rate_limit_error', code: 'slow_down' }),
    alone: { requests: 2, ends: 'rate-limited', gate: 'cooling-down', gateMs: ownCooldownMs },
    backup: { requests: 1, gate: 'cooling-down' },
  },
  {
    id: 'F50',
    variant: 'from then on',
    title: 'asked to slow down, it gets half for a quarter of an hour',
    wires: 'none',
    heldBy: [['core/layers/limiter.test.ts', 'a server that asks for less gets half of it for a quarter of an hour']],
  },
  {
    id: 'F51',
    title: '500 is asked again, up to three times; with a backup once, then the backup answers',
    serve: refusing(500),
    alone: { requests: 4, ends: 'server', trips: 1, spent: 'input' },
    backup: { requests: 2, trips: 1, spent: 'input' },
  },
  ...[501, 505].map((status): Row => ({
    id: 'F52',
    variant: String(status),
    title: 'what the server cannot do it cannot do a second time either',
    serve: refusing(status),
    alone: { requests: 1, ends: 'not-the-api', code: 'status' },
    backup: { requests: 1, code: 'status' },
  })),
  ...[502, 520, 521, 522, 523, 524].map((status): Row => ({
    id: 'F53',
    variant: String(status),
    title: 'a gateway in trouble is asked again; with a backup once',
    serve: sending('<html>Bad gateway</html>', { 'content-type': 'text/html' }, status),
    alone: { requests: 4, ends: 'server', trips: 1, spent: 'input', said: null },
    backup: { requests: 2, trips: 1, spent: 'input' },
  })),
  {
    id: 'F53',
    variant: '503',
    title: 'an overloaded gateway is tried once after a second; with a backup the backup answers at once',
    serve: sending('Service Unavailable', { 'content-type': 'text/plain' }, 503),
    alone: { requests: 2, ends: 'overloaded', trips: 1, spent: 'input', said: 'Service Unavailable', tookMs: 1_250 },
    backup: { requests: 1, trips: 1, spent: 'input', tookMs: 0 },
  },
  {
    id: 'F53',
    variant: '504',
    title: 'a gateway that waited in vain is asked again only while nobody else could answer',
    serve: refusing(504),
    alone: { requests: 4, ends: 'gateway-timeout', trips: 1, spent: 'input' },
    backup: { requests: 1, trips: 1, spent: 'input', tookMs: 0 },
  },
  {
    id: 'F54',
    title: 'an overloaded model is tried once after a second; with a backup the backup answers at once',
    serve: byProtocol({
      openai: refusing(503, { code: 'server_is_overloaded' }),
      anthropic: refusing(529, { type: 'overloaded_error' }),
    }),
    alone: { requests: 2, ends: 'overloaded', trips: 1, spent: 'input', tookMs: 1_250 },
    backup: { requests: 1, trips: 1, spent: 'input', tookMs: 0 },
  },
  {
    id: 'F55',
    title: 'a server cannot make a wrong request worth a retry',
    serve: refusing(400, {}, { 'x-should-retry': 'true' }),
    alone: { requests: 1, ends: 'bad-request' },
  },
  {
    id: 'F56',
    title: 'a server can forbid the retry',
    serve: refusing(500, {}, { 'x-should-retry': 'false' }),
    alone: { requests: 1, ends: 'server', trips: 1, spent: 'input' },
    backup: { requests: 1, trips: 1, spent: 'input' },
  },
  ...bodiesOfErrors(),
  ...[418, 451, 499].map((status): Row => ({
    id: 'F58',
    variant: String(status),
    title: 'an unknown 4xx is not tried again, and another target may answer',
    serve: refusing(status),
    alone: { requests: 1, ends: 'not-the-api', code: 'status' },
    backup: { requests: 1, code: 'status' },
  })),
  {
    id: 'F58',
    variant: '599',
    title: 'an unknown 5xx is tried once more',
    serve: refusing(599),
    alone: { requests: 2, ends: 'server', trips: 1, spent: 'input' },
    backup: { requests: 2, trips: 1, spent: 'input' },
  },
];

function bodiesOfErrors(): readonly Row[] {
  const bidi = '\u202e';
  const bodies: readonly (readonly [variant: string, body: string, type: string, said: string | null])[] = [
    ['HTML', '<!DOCTYPE html><title>Oops</title>', 'text/html', null],
    ['empty', '', 'application/json', null],
    ['10 MB', `{"error":"${'x'.repeat(10_000_000)}"}`, 'application/json', null],
    ['not JSON', '{"error": oops', 'application/json', null],
    ['the key', '{"error":"Bad key sk-test-Steadfast0123456789abcdef"}', 'application/json', 'Bad key [key]'],
    ['ANSI', '{"error":"\\u001b[31mred\\u001b[0m\\u0007 alert"}', 'application/json', 'red alert'],
    ['bidi', `{"error":"safe ${bidi}gnp.exe"}`, 'application/json', 'safe gnp.exe'],
    ['long', `{"error":"${'no '.repeat(200)}"}`, 'application/json', `${'no '.repeat(67).slice(0, 199)}…`],
  ];
  return bodies.map(([variant, body, type, said]) => ({
    id: 'F57',
    variant,
    title: 'of an error only a short, clean line without secrets is shown',
    serve: sending(body, { 'content-type': type }, 400),
    alone: { requests: 1, ends: 'bad-request', said },
  }));
}
