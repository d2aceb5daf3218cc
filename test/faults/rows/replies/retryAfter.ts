import { endOf } from '../../stage/endOf.ts';
import { healthy, inTurn, refusing, type Play } from '../../stage/replies.ts';
import type { Row } from '../../stage/row.ts';
import type { Wire } from '../../stage/wires.ts';

const limited = (headers: Readonly<Record<string, string>>, status = 429) =>
  refusing(status, { type: 'rate_limit_error' }, headers);

/** A server that says this once, and answers when it is asked again. */
const once = (headers: Readonly<Record<string, string>>, status = 429) => inTurn(limited(headers, status), healthy);

/** Chance is one half here, so the jitter of up to 20 % adds a tenth. */
const waited = (tookMs: number) => ({ requests: 2, tookMs });
/** Nobody waits so long: the target rests, and the question ends or goes elsewhere at once. */
const resting = (gateMs: number) => ({ requests: 1, gate: 'cooling-down', gateMs, tookMs: 0 }) as const;
/** As if nothing had been said: a second and half of the first backoff. */
const ownBackoffMs = 1_250;

/** A limit of one request that is used up, in the words of both wires. */
const usedUp = (wire: Wire): Readonly<Record<string, string>> =>
  wire.protocol === 'openai'
    ? {
        'x-ratelimit-limit-requests': '1',
        'x-ratelimit-remaining-requests': '0',
        'x-ratelimit-reset-requests': '7s',
      }
    : {
        date: 'Thu, 15 Jan 2026 12:00:00 GMT',
        'anthropic-ratelimit-requests-limit': '1',
        'anthropic-ratelimit-requests-remaining': '0',
        'anthropic-ratelimit-requests-reset': '2026-01-15T12:00:07Z',
      };

/** The healthy answer with more headers. */
const withHeaders =
  (more: (wire: Wire) => Readonly<Record<string, string>>): Play =>
  (wire, clock) =>
  exchange =>
    healthy(
      wire,
      clock,
    )({ ...exchange, head: (status, headers) => exchange.head(status, { ...headers, ...more(wire) }) });

/** III. What a server says about when to come back, on 429, 503 and 529. */
export const retryAfterRows: readonly Row[] = [
  ...[429, 503, 529].map((status): Row => ({
    id: 'F60',
    variant: String(status),
    title: 'one second is waited, and a little more',
    serve: once({ 'retry-after': '1' }, status),
    alone: { ...waited(1_100), spent: status === 429 ? 'nothing' : 'input' },
  })),
  {
    id: 'F61',
    title: 'milliseconds win over seconds',
    serve: once({ 'retry-after-ms': '300', 'retry-after': '9' }),
    alone: waited(330),
  },
  {
    id: 'F62',
    title: 'at once still means a quarter of a second',
    serve: once({ 'retry-after': '0' }),
    alone: waited(275),
  },
  ...['-5', 'soon', '', '1e3', 'NaN'].map((value): Row => ({
    id: 'F63',
    variant: value === '' ? 'empty' : value,
    title: 'what is no time counts as nothing said',
    serve: once({ 'retry-after': value }),
    alone: waited(ownBackoffMs),
  })),
  {
    id: 'F63',
    variant: 'twice',
    title: 'of two times the larger one counts',
    serve: once({ 'retry-after': '1\r\nretry-after: 3' }),
    alone: waited(3_300),
  },
  ...['61', '3600'].map((value): Row => ({
    id: 'F64',
    variant: value,
    title: 'a long time is not waited: the target rests for it, and the next one answers',
    serve: limited({ 'retry-after': value }),
    alone: { ...resting(Number(value) * 1_000), ends: 'rate-limited' },
    backup: resting(Number(value) * 1_000),
  })),
  ...(
    [
      ['99999999', '99999999'],
      ['400 digits', '9'.repeat(400)],
      ['Infinity', 'Infinity'],
    ] as const
  ).map(([variant, value]): Row => ({
    id: 'F65',
    variant,
    title: 'an absurd time becomes an hour',
    serve: limited({ 'retry-after': value }),
    alone: { ...resting(3_600_000), ends: 'rate-limited' },
    backup: resting(3_600_000),
  })),
  {
    id: 'F66',
    title: 'a date is measured against the date of the response, not against the local clock',
    serve: once({ date: 'Thu, 15 Jan 2026 12:00:00 GMT', 'retry-after': 'Thu, 15 Jan 2026 12:00:02 GMT' }),
    world: { wallMs: Date.UTC(2026, 0, 14, 9) },
    alone: waited(2_200),
  },
  {
    id: 'F67',
    variant: '2015',
    title: 'a date that is over counts as nothing said',
    serve: once({ 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }),
    alone: waited(ownBackoffMs),
  },
  {
    id: 'F67',
    variant: 'a day off',
    title: 'a local clock that is a day ahead changes nothing',
    serve: once({ date: 'Thu, 15 Jan 2026 12:00:00 GMT', 'retry-after': 'Thu, 15 Jan 2026 12:00:02 GMT' }),
    world: { wallMs: Date.UTC(2026, 0, 16, 12) },
    alone: waited(2_200),
  },
  {
    id: 'F68',
    title: 'an answer that used up the limit lets the next question wait until there is room again',
    serve: withHeaders(usedUp),
    course: async stage => {
      const first = await endOf(stage.ask(), stage);
      const at = stage.clock.now();
      const next = await endOf(stage.ask({ words: 'next' }), stage);
      return { first, next, waitedMs: Math.round(stage.clock.now() - at), requests: stage.server?.requests.length };
    },
    played: { first: 'live', next: 'live', waitedMs: 7_000, requests: 2 },
  },
  {
    id: 'F69',
    variant: '400',
    title: 'a time beside a wrong request means nothing',
    serve: refusing(400, { type: 'invalid_request_error' }, { 'retry-after': '5' }),
    alone: { requests: 1, ends: 'bad-request', tookMs: 0 },
  },
  {
    id: 'F69',
    variant: '401',
    title: 'a time beside a rejected key means nothing',
    serve: refusing(401, { type: 'authentication_error' }, { 'retry-after': '5' }),
    alone: { requests: 1, ends: 'auth', gate: 'credential', gateMs: Infinity, tookMs: 0 },
  },
];
