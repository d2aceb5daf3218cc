import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { QuestionEntry } from '../../../src/core/journal/journalEntry.ts';
import { recallPaces } from '../../../src/core/metrics/recallPaces.ts';
import { PaceRecord, type SeenAnswer } from '../../../src/core/resilience/paceRecord.ts';

const hourMs = 3_600_000;
const wall = Date.UTC(2026, 10, 30, 8);
const attempt = { number: 1, startMs: 0, outcome: 'answered', spent: 'exact' } as const;
const question: QuestionEntry = {
  ...{ kind: 'question', id: 'q', at: wall - 14 * hourMs, workspace: 'w', promptLength: 400, tookMs: 2_400 },
  ...{ outcome: 'answered', cache: 'missed', decisions: [] },
  attempts: [
    { ...attempt, target: 'slow', outcome: 'silent', tookMs: 9_000 },
    { ...attempt, target: 'claude', tookMs: 2_400, firstTokenMs: 400, outputTokens: 200 },
  ],
};

/** What is taken over of these entries, and the record of one target as it is then. */
function recalled(...entries: readonly QuestionEntry[]) {
  const record = new PaceRecord();
  const targets: string[] = [];
  const recall = (target: string, answer: SeenAnswer, agoMs: number): void => {
    targets.push(target);
    record.recall(answer, 1_000 - agoMs);
  };
  for (const entry of entries) recallPaces(entry, { recall }, wall);
  return { targets, pace: record.at(1_000) };
}

// a new window would ask the first of the chain until the others have been tried: BerriAI/litellm#1361 for a restarted proxy
test('in the morning it is known how quick a target was yesterday, but not how it does now', () => {
  const { targets, pace } = recalled(question);
  assert.deepEqual(targets, ['claude']);
  assert.equal(Math.round(pace.usual?.firstTokenMs ?? 0), 400);
  assert.equal(Math.round(pace.usual?.msPerToken ?? 0), 10);
  assert.deepEqual([pace.latest, pace.isStale, pace.failureShare], [undefined, true, 0]);
});

test('what was seen later counts more', () => {
  const slower = { ...attempt, target: 'claude', tookMs: 6_000, firstTokenMs: 4_000, outputTokens: 200 };
  const later = recalled(question, { ...question, at: wall - hourMs, attempts: [slower] }).pace.usual;
  const sooner = recalled({ ...question, at: wall - 100 * hourMs, attempts: [slower] }, question).pace.usual;
  assert.ok((later?.firstTokenMs ?? 0) > (sooner?.firstTokenMs ?? 0));
});

test('rehearsed questions, those of more than a week ago and those of tomorrow say nothing', () => {
  const { targets } = recalled(
    { ...question, rehearsed: true },
    { ...question, at: wall - 8 * 24 * hourMs },
    { ...question, at: wall + hourMs },
  );
  assert.deepEqual(targets, []);
});
