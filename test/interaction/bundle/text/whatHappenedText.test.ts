import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whatHappenedText, type WhatHappened } from '../../../../src/interaction/bundle/text/whatHappenedText.ts';
import { attemptEntry, questionEntry } from '../../../core/journal/entries.ts';

const nameOf = (target: string): string => ({ claude: 'Claude', gpt: 'GPT' })[target] ?? target;
const told = (entries: WhatHappened['entries'], more: Partial<WhatHappened> = {}): string =>
  whatHappenedText({ entries, naming: { nameOf, hasKey: () => true }, changed: [], standing: [], ...more });
const minuteMs = 60_000;
const began = Date.UTC(2026, 0, 1, 10, 0);

test('a failure is told with its time, how often it was, its status and its reason', () => {
  const refused = attemptEntry({ outcome: 'rate-limited', status: 429, retryAfterMs: 9_000, spent: 'nothing' });
  const entries = [0, 1, 2].map(minutes => questionEntry({ at: began + minutes * minuteMs, attempts: [refused] }));
  assert.match(
    told(entries),
    /2026-01-01 10:00:00 \| 2026-01-01 10:02:00 \| 3 \| Claude failed: rate limit \(HTTP 429, asked to wait\)/,
  );
});

test('of a time limit it is told how long it was, and whether the server had taken the request', () => {
  const over = (limitMs: number, outcome: 'silent' | 'connect-timeout' | 'stalled') =>
    questionEntry({ at: began, attempts: [attemptEntry({ outcome, limitMs })] });
  const text = told([
    over(4_000, 'silent'),
    over(8_000, 'silent'),
    over(3_000, 'connect-timeout'),
    over(30_000, 'stalled'),
  ]);
  assert.match(text, /\| 2 \| Claude failed: no answer in time \(connected, then nothing for 4 s to 8 s\)/);
  assert.match(text, /no connection in time \(limit of 3 s\)/);
  assert.match(text, /stopped answering \(nothing more for 30 s\)/);
});

test('of a target without a key it is not said that one was rejected', () => {
  const refused = attemptEntry({ outcome: 'auth', status: 401 });
  const naming = { nameOf, hasKey: () => false };
  const text = told([questionEntry({ attempts: [refused] })], { naming });
  assert.match(text, /Claude failed: the server wants an API key, and none is set \(HTTP 401\)/);
});

test('a journal without a failure says only that no question failed, and one without a question too', () => {
  assert.match(told([questionEntry()]), /No question failed.*Whether one was slow, the times below tell/);
  assert.match(told([]), /No question is in the journal\.[^]*Nothing was asked\./);
});

test('how everything stood and which settings are not as they come is told', () => {
  const text = told([], {
    standing: ['Claude: paused after errors'],
    changed: [{ name: 'rateLimit.requestsPerMinute', value: 6, byDefault: 60 }],
  });
  assert.match(text, /- Claude: paused after errors\n/);
  assert.match(text, /- rateLimit\.requestsPerMinute: 6 \(by default 60\)\n/);
});

test('names that would be Markdown, and words of a version to come, stand as plain text', () => {
  const odd = attemptEntry({ target: '![x](http://x) | <b>', outcome: 'melted' as 'server' });
  const text = told([questionEntry({ attempts: [odd] })]);
  assert.match(text, /failed: melted/);
  assert.doesNotMatch(text, /!\[x\]|<b>/);
});

test('of very many episodes the latest are told, and that there were more', () => {
  const entries = Array.from({ length: 400 }, (_, at) =>
    questionEntry({ at: began + at * 20 * minuteMs, attempts: [attemptEntry({ outcome: 'server', status: 500 })] }),
  );
  assert.match(told(entries), /The latest 300 of 400 lines:/);
});
