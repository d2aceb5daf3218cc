import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JournalEntry } from '../../../src/core/journal/journalEntry.ts';
import { journalLine, readJournalLine } from '../../../src/core/journal/journalLine.ts';
import { attemptEntry, questionEntry } from './entries.ts';

const full: JournalEntry = questionEntry({
  degraded: ['stale'],
  fallback: { insteadOf: 'claude', because: 'rate-limited' },
  insteadOf: 'silent',
  confidence: { tier: 'checked', score: 0.9, signs: ['parses', 'balanced'] },
  attempts: [
    attemptEntry({
      ...{ queueMs: 3, connectMs: 20, outcome: 'overloaded', code: 'slow-down', status: 529, retryAfterMs: 1_000 },
      ...{ unsent: true, spent: 'nothing', cachedInputTokens: 10, cacheWriteTokens: 20, requestId: 'req_1' },
      ...{ circuitBefore: 'half-open', circuitAfter: 'open' },
    }),
  ],
  decisions: [{ kind: 'retry', target: 'claude', other: 'gpt', because: 'server', ms: 5, count: 2 }],
  saved: [{ cause: 'cache', tokens: 5, usd: 0.1 }],
  rehearsed: true,
});

test('an entry is read as it was written, with every field and with as few as there are', () => {
  const circuit: JournalEntry = { kind: 'circuit', at: 5, target: 'claude', before: 'closed', after: 'open' };
  const alert: JournalEntry = { kind: 'alert', at: 5, alert: 'slow', is: 'raised', value: 9_000, target: 'claude' };
  const { task: _task, first: _first, from: _from, ...nobody } = questionEntry({ outcome: 'no-target', attempts: [] });
  const all: readonly JournalEntry[] = [full, questionEntry(), nobody, circuit, alert];
  assert.deepEqual(
    all.map(entry => readJournalLine(journalLine(entry))),
    all,
  );
});

test('fields have the names of the conventions for generative AI where there is one', () => {
  const line = journalLine(full);
  const named = [
    'gen_ai.response.model',
    'gen_ai.response.id',
    'gen_ai.usage.input_tokens',
    'gen_ai.usage.output_tokens',
    'gen_ai.usage.cache_read.input_tokens',
    'gen_ai.usage.cache_creation.input_tokens',
    'error.type',
    'http.response.status_code',
  ];
  assert.deepEqual(
    named.filter(name => !line.includes(`"${name}":`)),
    [],
  );
});

test('a question whose six attempts all failed fills less than 3 KB', () => {
  const attempts = Array.from({ length: 6 }, (_, index) =>
    attemptEntry({
      ...{ number: index + 1, target: 'anthropic/claude-sonnet-4-5', outcome: 'rate-limited', status: 429 },
      ...{ retryAfterMs: 30_000, spent: 'input', requestId: 'req_011CSHoEeqs5C35K2UUqR7Fy', outputTokens: 0 },
    }),
  );
  const decisions = attempts.map(({ target }) => ({
    kind: 'retry' as const,
    target,
    because: 'rate-limited',
    ms: 812,
  }));
  const line = journalLine(questionEntry({ outcome: 'rate-limited', attempts, decisions: decisions.slice(0, 3) }));
  assert.ok(line.length < 3_072, `${line.length} characters`);
});

const readable = journalLine(questionEntry());
const hostile: Readonly<Record<string, string>> = {
  'half a line': readable.slice(0, -20),
  nothing: '',
  'no JSON': '{"kind":"question",,}',
  'another kind': '{"kind":"prompt","text":"x"}',
  'a list': '{"kind":["question"]}',
  'no id': readable.replace('"request.id":"q1",', ''),
  'a time that is none': readable.replace('2026-01-01T00:01:00.000Z', 'yesterday'),
  'a number as text': readable.replace('"duration_ms":1200', '"duration_ms":"1200"'),
  'far too long': readable.replace('"w"', `"${'x'.repeat(20_000)}"`),
  'a prototype': '{"kind":"question","__proto__":{"request.id":"q"}}',
};

for (const [name, line] of Object.entries(hostile))
  test(`what is no entry is passed over: ${name}`, () => {
    assert.equal(readJournalLine(line), undefined);
  });

test('what a newer version adds is passed over, and the rest is read', () => {
  assert.deepEqual(
    readJournalLine(readable.replace('{"kind"', '{"kind"').replace('}]', ',"new":{"a":1}}]')),
    questionEntry(),
  );
});

test('a name that somebody else chose is cut, and cannot break a line or turn its direction', () => {
  const line = journalLine(questionEntry({ model: `a\nb\u202Ec${'x'.repeat(500)}` }));
  const entry = readJournalLine(line);
  assert.deepEqual(
    [line.includes('\\n'), line.includes('\u202E'), entry?.kind === 'question' && entry.model?.length],
    [false, false, 160],
  );
});
