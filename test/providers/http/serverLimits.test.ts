import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serverLimits } from '../../../src/providers/http/serverLimits.ts';

const openai = (requests: readonly [string, string, string]) =>
  new Headers({
    'x-ratelimit-limit-requests': requests[0],
    'x-ratelimit-remaining-requests': requests[1],
    'x-ratelimit-reset-requests': requests[2],
  });

test('reads the headers of OpenAI, for requests and for tokens', () => {
  const headers = openai(['60', '12', '6m0s']);
  headers.set('x-ratelimit-limit-tokens', '150000');
  headers.set('x-ratelimit-remaining-tokens', '149984');
  headers.set('x-ratelimit-reset-tokens', '6ms');
  assert.deepEqual(serverLimits(headers), {
    requests: { limit: 60, remaining: 12, resetMs: 360_000 },
    tokens: { limit: 150_000, remaining: 149_984, resetMs: 6 },
  });
});

for (const [text, resetMs] of [
  ['1s', 1_000],
  ['20ms', 20],
  ['1h2m3.5s', 3_723_500],
  ['10', 10_000], // Azure
] as const) {
  test(`reads ${text} as ${resetMs} ms`, () => {
    assert.equal(serverLimits(openai(['60', '1', text]))?.requests?.resetMs, resetMs);
  });
}

test('reads the headers of Anthropic, against the response’s own date', () => {
  const headers = new Headers({
    date: 'Sun, 01 Nov 2026 10:00:00 GMT',
    'anthropic-ratelimit-tokens-limit': '80000',
    'anthropic-ratelimit-tokens-remaining': '0',
    'anthropic-ratelimit-tokens-reset': '2026-11-01T10:00:30Z',
  });
  assert.deepEqual(serverLimits(headers), { tokens: { limit: 80_000, remaining: 0, resetMs: 30_000 } });
});

test('reads the headers of Mistral, which are of the minute', () => {
  const headers = new Headers({
    'x-ratelimit-limit-req-minute': '720',
    'x-ratelimit-remaining-req-minute': '717',
    'x-ratelimit-limit-tokens-minute': '5000000',
  });
  assert.deepEqual(serverLimits(headers), { requests: { limit: 720, remaining: 717, resetMs: 60_000 } });
});

for (const headers of [
  ['60', '61', '1s'],
  ['0', '0', '1s'],
  ['-5', '1', '1s'],
  ['60', 'many', '1s'],
  ['60', '1', 'soon'],
  ['60', '1', '99999h'],
  ['60', '1', '1s'.repeat(50)],
] as const) {
  test(`takes ${headers.join(' / ')} for no limit at all`, () => {
    assert.equal(serverLimits(openai(headers)), undefined);
  });
}

test('a response without such headers says nothing', () => {
  assert.equal(serverLimits(new Headers()), undefined);
});
