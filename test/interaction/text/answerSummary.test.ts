import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../../../src/core/model/answer.ts';
import { Failure } from '../../../src/core/model/failure.ts';
import type { Note } from '../../../src/core/model/note.ts';
import { answerSummary } from '../../../src/interaction/text/answerSummary.ts';
import { answerOf } from '../../support/scripted.ts';

const labels: Readonly<Record<string, string>> = { claude: 'Claude', gpt: 'GPT', local: 'Local' };
const labelOf = (id: string): string => labels[id] ?? id;
const usage = { inputTokens: 420, outputTokens: 82, cachedInputTokens: 0, exact: true };
const summary = (more: Partial<Answer> = {}, notes: readonly Note[] = [], price: number | 'unknown' = 0.0006): string =>
  answerSummary(
    { answer: answerOf('gpt', 'It adds.', { model: 'gpt', usage, ...more }), notes, tookMs: 900 },
    { labelOf, costOf: () => (price === 'unknown' ? undefined : price) },
  );

test('who, how long, how many tokens, what they cost and what was checked, on one line', () => {
  const confidence = { tier: 'checked', score: 0.9, signs: [{ code: 'parses', weight: 'good', facts: {} }] } as const;
  assert.equal(
    summary({ confidence }),
    'Answered by GPT (gpt) · 0.9 s · 502 tokens · $0.0006 · syntax checked, meaning not',
  );
});

test('why not the first choice, whatever the reason', () => {
  const went: Note = { kind: 'fallback', from: 'claude', to: 'gpt', because: 'server-not-running' };
  const skip = (because: 'cooling-down' | 'budget' | 'circuit-open'): Note => ({
    kind: 'skipped',
    target: 'claude',
    because,
  });
  const hedged: Note = { kind: 'hedged', target: 'gpt', beside: 'claude', afterMs: 900 };
  const reasons = [[went], [skip('cooling-down')], [skip('circuit-open')], [hedged]].map(
    notes => / instead of [^:]*: ([^·]*) ·/.exec(summary({}, notes))?.[1],
  );
  assert.deepEqual(reasons, ['server not running', 'rate limit', 'paused after failures', 'slow']);
});

test('a model whose tokens were used up before it began is not said to have sent an empty answer', () => {
  const failure = new Failure('empty', { code: 'no-room' });
  const attempt = {
    kind: 'attempt',
    target: 'claude',
    number: 1,
    outcome: 'empty',
    tookMs: 1,
    spent: 'exact',
  } as const;
  const went: Note = { kind: 'fallback', from: 'claude', to: 'gpt', because: 'empty' };
  const reasons = [
    [{ ...attempt, failure }, went],
    [attempt, went],
  ].map(notes => / instead of [^:]*: ([^·]*) ·/.exec(summary({}, notes))?.[1]);
  assert.deepEqual(reasons, ['output limit reached before an answer', 'empty answer']);
});

test('it is the budget of the user, and no failure of the first choice, that kept it from being asked', () => {
  const reasons: readonly Note[] = [
    { kind: 'skipped', target: 'claude', because: 'budget' },
    { kind: 'fallback', from: 'claude', to: 'gpt', because: 'budget-spent' },
  ];
  for (const note of reasons)
    assert.match(summary({}, [note]), /^Answered by GPT \(gpt\) because your budget does not allow Claude · /);
});

test('the first that was passed over is named, and nobody who comes later or was not wanted', () => {
  const notes: readonly Note[] = [
    { kind: 'skipped', target: 'local', because: 'not-allowed' },
    { kind: 'fallback', from: 'claude', to: 'other', because: 'overloaded' },
    { kind: 'skipped', target: 'local', because: 'circuit-open' },
    { kind: 'fallback', from: 'other', to: 'gpt', because: 'truncated' },
  ];
  assert.match(summary({}, notes), /^Answered by GPT \(gpt\) instead of Claude: overloaded · /);
});

test('what is estimated has a sign, and a price that is not known is not made up', () => {
  const estimated = summary({ usage: { ...usage, exact: false } });
  const unpriced = summary({}, [], 'unknown');
  assert.deepEqual(
    [estimated, unpriced].map(line => line.replace(/^[^·]*· /, '')),
    ['0.9 s · ≈ 502 tokens · ≈ $0.0006', '0.9 s · 502 tokens'],
  );
});

test('an answer that was not asked for now has no time, tokens or price', () => {
  const lines = (['cached', 'stale', 'offline'] as const).map(freshness =>
    summary({ freshness, ageMs: 180_000, insteadOf: new Failure('overloaded') }),
  );
  for (const line of lines) assert.doesNotMatch(line, /·|\$/);
});

test('a name from outside is one line, and cannot be long', () => {
  const line = summary({ from: `${'x'.repeat(200)}\n\u202eevil`, model: 'm\nm' });
  assert.match(line, /^Answered by x{59}… \(m m\) · [^\n\u202e]+$/);
});
