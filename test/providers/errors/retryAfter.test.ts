import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readRetryAfter, waitIn } from '../../../src/providers/errors/retryAfter.ts';

const wallMs = Date.parse('Wed, 21 Oct 2026 07:00:00 GMT');
const dayMs = 86_400_000;

const table: readonly (readonly [headers: string[][], expected: number | undefined, title: string])[] = [
  [[], undefined, 'nothing'],
  [[['retry-after', '1']], 1000, 'seconds'],
  [[['retry-after', '1.5']], 1500, 'seconds with a fraction'],
  [[['retry-after-ms', '300']], 300, 'milliseconds'],
  [
    [
      ['retry-after', '7'],
      ['retry-after-ms', '300'],
    ],
    300,
    'milliseconds beside seconds',
  ],
  [[['retry-after', '0']], 250, 'no wait at all'],
  [[['retry-after', '61']], 61_000, 'a minute'],
  [[['retry-after', '99999999']], 3_600_000, 'three years'],
  [[['retry-after', '-5']], undefined, 'a negative number'],
  [[['retry-after', 'soon']], undefined, 'a word'],
  [[['retry-after', '']], undefined, 'an empty value'],
  [[['retry-after', '1e3']], undefined, 'an exponent'],
  [[['retry-after', 'NaN']], undefined, 'NaN'],
  [[['retry-after', 'Infinity']], 3_600_000, 'Infinity'],
  [
    [
      ['retry-after-ms', 'NaN'],
      ['retry-after', '2'],
    ],
    2000,
    'nonsense in milliseconds beside seconds',
  ],
  [
    [
      ['retry-after', '1'],
      ['retry-after', '4'],
    ],
    4000,
    'two headers',
  ],
  [
    [
      ['retry-after', 'soon'],
      ['retry-after', '4'],
    ],
    4000,
    'two headers, one of them nonsense',
  ],
  [[['retry-after', 'Wed, 21 Oct 2026 07:00:02 GMT']], 2000, 'a date'],
  [[['retry-after', 'Wed, 21 Oct 2015 07:28:00 GMT']], undefined, 'a date that is past'],
  [[['retry-after', 'Wednesday, 21-Oct-26 07:00:02 GMT']], 2000, 'a date as RFC 850 wrote it'],
  [[['retry-after', 'Wed Oct 21 07:00:02 2026']], 2000, 'a date of the C library'],
  [[['retry-after', '2026-10-21T07:00:02Z']], 2000, 'a date of ISO 8601'],
  [[['retry-after', '2026-10-21T09:00:02.500+02:00']], 2500, 'a date of ISO 8601 in another zone'],
  [[['retry-after', String(wallMs / 1000 + 30)]], 30_000, 'a moment in seconds since 1970'],
  [[['retry-after', String(wallMs + 30_000)]], 30_000, 'a moment in milliseconds since 1970'],
  [[['retry-after', String(wallMs / 1000 - 30)]], undefined, 'a moment that is past'],
  [
    [
      ['x-ratelimit-remaining', '0'],
      ['x-ratelimit-reset', String(wallMs + 20_000)],
    ],
    20_000,
    'a limit with nothing left, and when it begins anew',
  ],
  [
    [
      ['ratelimit-remaining', '0'],
      ['ratelimit-reset', '20'],
    ],
    20_000,
    'the same in the words of the draft standard',
  ],
  [
    [
      ['x-ratelimit-remaining', '7'],
      ['x-ratelimit-reset', '20'],
    ],
    undefined,
    'a limit of which something is left: another one was hit',
  ],
  [
    [
      ['retry-after', '3'],
      ['x-ratelimit-remaining', '0'],
      ['x-ratelimit-reset', '20'],
    ],
    3000,
    'a wait beside the end of a limit',
  ],
  [
    [
      ['retry-after', 'Thu, 22 Oct 2026 07:00:02 GMT'],
      ['date', 'Thu, 22 Oct 2026 07:00:00 GMT'],
    ],
    2000,
    'a date of a server whose clock is a day ahead',
  ],
  [
    [
      ['retry-after', 'Wed, 21 Oct 2026 07:00:02 GMT'],
      ['retry-after', '5'],
    ],
    5000,
    'a date and seconds',
  ],
];

suite('the wait that a server asks for', () => {
  for (const [headers, expected, title] of table) {
    test(`given as ${title} is ${expected === undefined ? 'none' : `${expected} ms`}`, () => {
      assert.equal(readRetryAfter(new Headers(headers as [string, string][]), wallMs), expected);
    });
  }

  test('is measured on the wall clock when the server does not tell its own', () => {
    const headers = new Headers({ 'retry-after': 'Wed, 21 Oct 2026 07:00:02 GMT' });
    assert.equal(readRetryAfter(headers, wallMs + dayMs), undefined);
  });
});

const inWords: readonly (readonly [message: string, expected: number | undefined])[] = [
  ['Please try again in 399ms.', 399],
  ['Please try again in 7.66s.', 7_660],
  ['Please try again in 9m38.016s.', 578_016],
  ['Please try again in 10m0s.', 600_000],
  ['Please try again in 1h2m3s.', 3_600_000],
  ['Please try again in 114h18m0s.', 3_600_000],
  ['Please wait for 2 hours.', 3_600_000],
  ['Please retry after 30 seconds.', 30_000],
  ['Try again in a moment.', undefined],
  ['The model has 7 heads and 30 seconds of audio.', undefined],
];

suite('the wait that stands in a sentence', () => {
  for (const [message, expected] of inWords) {
    test(`"${message}" is ${expected === undefined ? 'none' : `${expected} ms`}`, () => {
      assert.equal(waitIn({ message, retryDelay: '' }), expected);
    });
  }
});
