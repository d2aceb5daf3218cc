import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../../../src/core/model/failure.ts';
import { savingsOf, type SavingsParts } from '../../../src/core/budget/savings.ts';
import type { Price } from '../../../src/core/model/target.ts';
import { recorded, recordOf } from '../../support/scripted.ts';
import type { AnswerRecord, QuestionRecord } from '../../../src/core/model/questionRecord.ts';
import type { Note } from '../../../src/core/model/note.ts';
import type { Answer } from '../../../src/core/model/answer.ts';

const prices: Readonly<Record<string, Price>> = { dear: { input: 10, output: 100 }, cheap: { input: 1, output: 10 } };

const parts = (more: Partial<SavingsParts> = {}): SavingsParts => ({
  priceOf: target => prices[target],
  ...more,
});

/** An answer of 100 000 tokens read and 10 000 written. */
const answer = (from: string, more: Partial<Answer> = {}): AnswerRecord =>
  recorded(from, 'hello', {
    usage: { inputTokens: 100_000, outputTokens: 10_000, cachedInputTokens: 0, exact: true },
    ...more,
  });

const entry = (end: QuestionRecord['end'], ...notes: readonly Note[]): QuestionRecord =>
  recordOf({ first: 'dear', task: 'ask', notes, end });

const answered = (target: string): Note => ({
  kind: 'attempt',
  target,
  number: 1,
  outcome: 'answered',
  tookMs: 1,
  spent: 'exact',
});
const remembered: Note = { kind: 'remembered', target: 'dear', ageMs: 5 };

test('a remembered answer spared all that it took when it was given', () => {
  const story = entry({ answer: answer('dear', { freshness: 'cached' }) }, remembered);
  assert.deepEqual(savingsOf(story, parts()), [{ cause: 'cache', tokens: 110_000, usd: 2, estimated: false }]);
});

test('an estimate stays one, and an unknown price says nothing of money', () => {
  const usage = { inputTokens: 10, outputTokens: 5, cachedInputTokens: 0, exact: false };
  const story = entry({ answer: answer('who knows', { freshness: 'cached', usage }) }, remembered);
  assert.deepEqual(savingsOf(story, parts()), [{ cause: 'cache', tokens: 15, estimated: true }]);
});

test('a question that joined another was spared a call', () => {
  const story = entry({ answer: answer('dear') }, { kind: 'joined' });
  assert.deepEqual(savingsOf(story, parts()), [{ cause: 'joined', tokens: 110_000, usd: 2, estimated: false }]);
});

test('a cheaper target than the first spares the difference of the same tokens, as an estimate', () => {
  const story = entry({ answer: answer('cheap') }, answered('cheap'));
  assert.deepEqual(savingsOf(story, parts()), [{ cause: 'tier', tokens: 0, usd: 1.8, estimated: true }]);
});

const notByChoice: Readonly<Record<string, Note>> = {
  failed: { kind: 'attempt', target: 'dear', number: 1, outcome: 'server', tookMs: 1, spent: 'input' },
  'was passed over': { kind: 'skipped', target: 'dear', because: 'circuit-open' },
  'was over the budget': { kind: 'over-budget', target: 'dear', because: 'day' },
};

for (const [name, note] of Object.entries(notByChoice)) {
  test(`when the first target ${name}, a cheaper one is no saving`, () => {
    const story = entry({ answer: answer('cheap') }, note, answered('cheap'));
    assert.deepEqual(savingsOf(story, parts()), []);
  });
}

test('a dearer target than the first, or one of unknown price, is no saving', () => {
  const dearer = entry({ answer: answer('dear') }, answered('dear'));
  const unknown = entry({ answer: answer('who knows') }, answered('who knows'));
  assert.deepEqual([savingsOf({ ...dearer, first: 'cheap' }, parts()), savingsOf(unknown, parts())], [[], []]);
});

test('what was trimmed spares its input at the price of the target that answered', () => {
  const cut = { kind: 'trimmed', target: 'dear', leftOut: [], shortened: ['before'], tokens: 50_000 } as const;
  const story = entry({ answer: answer('dear') }, cut, answered('dear'));
  assert.deepEqual(savingsOf(story, parts()), [{ cause: 'trimmed', tokens: 50_000, usd: 0.5, estimated: true }]);
});

test('an ordinary answer of the first target spares nothing', () => {
  assert.deepEqual(savingsOf(entry({ answer: answer('dear') }, answered('dear')), parts()), []);
});

test('older answers and offline rules stand in for an answer; they are no saving', () => {
  for (const freshness of ['stale', 'similar', 'offline'] as const) {
    const story = entry({ answer: answer('dear', { freshness }) }, remembered);
    assert.deepEqual(savingsOf(story, parts()), []);
  }
});

test('nothing sure can be said of a question that was cancelled, or failed', () => {
  for (const kind of ['cancelled', 'server'] as const)
    assert.deepEqual(savingsOf(entry({ failure: new Failure(kind) }, { kind: 'joined' }), parts()), []);
});
