import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../../../src/core/model/failure.ts';
import type { Note } from '../../../src/core/model/note.ts';
import type { QuestionRecord } from '../../../src/core/model/questionRecord.ts';
import { outcomeAfter } from '../../../src/core/status/questionOutcome.ts';
import { recorded, recordOf } from '../../support/scripted.ts';

const live = (from: string): QuestionRecord['end'] => ({ answer: recorded(from, 'hello') });
const insteadOf = new Failure('server-not-running');
const skipped = (target: string, because: Extract<Note, { kind: 'skipped' }>['because']): Note => ({
  kind: 'skipped',
  target,
  because,
});
const wentOn: Note = { kind: 'fallback', from: 'first', to: 'second', because: 'server-not-running' };

/** What is true after these questions, one after the other. */
const after = (...records: readonly Partial<QuestionRecord>[]) =>
  records.reduce<ReturnType<typeof outcomeAfter>>((before, more) => outcomeAfter(before, recordOf(more)), undefined);

test('the first choice answered', () => {
  assert.deepEqual(after({ end: live('first') }), { kind: 'first' });
});

test('another target answered after the first had failed: who, in whose place, and why', () => {
  const outcome = after({ end: live('second'), notes: [wentOn] });
  assert.deepEqual(outcome, { kind: 'fallback', by: 'second', insteadOf: 'first', because: 'server-not-running' });
});

test('another target answered because the first was held back, whatever held it', () => {
  for (const because of ['circuit-open', 'cooling-down', 'credential', 'quota', 'offline', 'budget'] as const) {
    const outcome = after({ end: live('second'), notes: [skipped('first', because)] });
    assert.deepEqual(outcome, { kind: 'fallback', by: 'second', insteadOf: 'first', because });
  }
});

test('the one that was asked beside a slow first choice and won is a fallback; the one that lost is none', () => {
  const hedged: Note = { kind: 'hedged', target: 'second', beside: 'first', afterMs: 900 };
  const outcomes = ['second', 'first'].map(from => after({ end: live(from), notes: [hedged] }));
  assert.deepEqual(outcomes, [
    { kind: 'fallback', by: 'second', insteadOf: 'first', because: 'slow' },
    { kind: 'first' },
  ]);
});

test('a target without a key, without consent or paused by the user is no first choice', () => {
  for (const because of ['no-key', 'not-confirmed', 'paused-by-user'] as const)
    assert.deepEqual(after({ end: live('second'), notes: [skipped('first', because)] }), { kind: 'first' });
});

test('no model answered: an error, an older answer or one without a model all say so', () => {
  const instead = (freshness: 'stale' | 'offline') => recorded('rules', 'a symbol', { freshness, insteadOf });
  const ends: readonly QuestionRecord['end'][] = [
    { failure: insteadOf },
    { answer: instead('stale') },
    { answer: instead('offline') },
  ];
  for (const end of ends) assert.deepEqual(after({ end }), { kind: 'unanswered', because: 'server-not-running' });
});

test('what the user stopped or did not allow, what a budget forbids and what was remembered says nothing', () => {
  const ends: readonly QuestionRecord['end'][] = [
    ...(['cancelled', 'not-confirmed', 'budget-spent', 'budget-blocked'] as const).map(kind => ({
      failure: new Failure(kind),
    })),
    { answer: recorded('first', 'hello', { freshness: 'cached' }) },
  ];
  const before = { end: live('second'), notes: [wentOn] };
  for (const end of ends) assert.deepEqual(after(before, { end }), after(before));
});

test('a rehearsed failure says nothing of the models', () => {
  const failure = new Failure('overloaded', { facts: { rehearsed: 'overloaded' } });
  const attempt: Note = {
    kind: 'attempt',
    target: 'first',
    number: 1,
    outcome: 'overloaded',
    tookMs: 1,
    spent: 'nothing',
    failure,
  };
  assert.equal(after({ end: live('second'), notes: [attempt, wentOn] }, { end: { failure } }), undefined);
});

test('an answer of a chosen model ends “no answer”, and leaves “fallback” until the first choice answers', () => {
  const chosen = { end: live('third'), notes: [skipped('first', 'not-allowed')] };
  const fallback = { end: live('second'), notes: [wentOn] };
  const kinds = [
    after({ end: { failure: insteadOf } }, chosen),
    after(fallback, chosen),
    after(fallback, chosen, { end: live('first') }),
  ].map(outcome => outcome?.kind);
  assert.deepEqual(kinds, ['chosen', 'fallback', 'first']);
});

test('everybody who was passed over is told, in order and once', () => {
  const notes: readonly Note[] = [
    skipped('first', 'cooling-down'),
    { kind: 'fallback', from: 'second', to: 'third', because: 'overloaded' },
    skipped('second', 'circuit-open'),
    { kind: 'hedged', target: 'fourth', beside: 'third', afterMs: 900 },
  ];
  assert.deepEqual(after({ end: live('fourth'), notes }), {
    ...{ kind: 'fallback', by: 'fourth', insteadOf: 'first', because: 'cooling-down' },
    others: [
      { insteadOf: 'second', because: 'overloaded' },
      { insteadOf: 'third', because: 'slow' },
    ],
  });
});

test('who failed comes before who was passed over on the way to the next one, although that is noted first', () => {
  const failed: Note = { kind: 'attempt', target: 'first', number: 1, outcome: 'server', tookMs: 9, spent: 'nothing' };
  const next: Note = { kind: 'fallback', from: 'first', to: 'third', because: 'server' };
  assert.deepEqual(after({ end: live('third'), notes: [failed, skipped('second', 'quota'), next] }), {
    ...{ kind: 'fallback', by: 'third', insteadOf: 'first', because: 'server' },
    others: [{ insteadOf: 'second', because: 'quota' }],
  });
});
