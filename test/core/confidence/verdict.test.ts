import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verdictOf } from '../../../src/core/confidence/verdict.ts';

const confidence = (score: number) => ({ tier: 'unchecked', score, signs: [] }) as const;
const thresholds = { auto: 0.8, review: 0.5 };

test('above 0.8 it passes, above 0.5 with the disclaimer, else a person decides', () => {
  const verdicts = [0.9, 0.8, 0.6, 0.5, 0].map(score => verdictOf(confidence(score), thresholds));
  assert.deepEqual(verdicts, ['pass', 'disclaim', 'disclaim', 'review', 'review']);
});

test('what was not judged passes', () => {
  assert.equal(verdictOf(undefined, thresholds), 'pass');
});
