import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnswerRecord, QuestionRecord } from '../../../../src/core/model/questionRecord.ts';
import { Failure } from '../../../../src/core/model/failure.ts';
import { AnswerOrigins } from '../../../../src/core/routing/learned/answerOrigins.ts';

const usage = { inputTokens: 1000, outputTokens: 200, cachedInputTokens: 0, exact: true };
const answer: AnswerRecord = {
  ...{ from: 'gpt', model: 'gpt', usage, freshness: 'live', ageMs: 0, finish: 'stop', degraded: [], textLength: 10 },
};

const attempt = (target: string, outcome: 'answered' | 'server', tookMs: number) =>
  ({ kind: 'attempt', target, number: 1, outcome, tookMs, spent: 'exact' }) as const;

const record = (more: Partial<QuestionRecord> = {}): QuestionRecord => ({
  ...{
    id: 'question',
    task: 'docs',
    at: 5,
    tookMs: 9_000,
    promptLength: 1,
    maxOutputTokens: 1_000,
    complexity: 0.2,
    first: 'claude',
  },
  notes: [attempt('claude', 'server', 100), attempt('gpt', 'answered', 1_000), attempt('gpt', 'answered', 2_000)],
  end: { answer },
  ...more,
});

/** What is known of the question after these. */
function originAfter(...records: readonly QuestionRecord[]) {
  const origins = new AnswerOrigins((target, { outputTokens }) => (target === 'gpt' ? outputTokens / 1000 : undefined));
  for (const each of records) origins.ended(each);
  return origins.of('question');
}

test('an answer is known by who gave it, and by what that one took for it', () => {
  const origin = { task: 'docs', score: 0.2, target: 'gpt', costUsd: 0.2, tookMs: 2_000, at: 5 };
  assert.deepEqual(originAfter(record()), origin);
});

test('a price that is not known is not nothing', () => {
  const unpriced = record({
    notes: [attempt('claude', 'answered', 1)],
    end: { answer: { ...answer, from: 'claude' } },
  });
  assert.equal(originAfter(unpriced)?.costUsd, undefined);
});

test('of what was remembered, stood in for, or not answered at all nothing is learnt', () => {
  const ends: readonly QuestionRecord['end'][] = [
    ...(['cached', 'stale', 'similar', 'offline'] as const).map(freshness => ({ answer: { ...answer, freshness } })),
    { failure: new Failure('server') },
  ];
  for (const end of ends) assert.equal(originAfter(record({ end })), undefined);
});

test('an answer of which no attempt is known has no origin', () => {
  assert.equal(originAfter(record({ notes: [] })), undefined);
});

test('of very many answers the latest are known', () => {
  const others = Array.from({ length: 500 }, (_, at) => record({ id: `other-${at}` }));
  assert.equal(originAfter(record(), ...others.slice(1))?.target, 'gpt');
  assert.equal(originAfter(record(), ...others), undefined);
});
