import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demotedSigns } from '../../../src/core/feedback/demotedSigns.ts';
import type { FeedbackEntry } from '../../../src/core/feedback/feedbackEntry.ts';
import { said } from './feedbackScene.ts';

/** So many outcomes of answers with one doubt. */
const outcomes = (count: number, isHelpful: boolean, more: Partial<FeedbackEntry> = {}): readonly FeedbackEntry[] =>
  Array.from({ length: count }, () => ({ at: 1, ...said({ isHelpful, doubts: 1, place: 'here', ...more }) }));

const demoted = (...all: readonly (readonly FeedbackEntry[])[]) => [...demotedSigns(all.flat(), 'here')];

test('a sign that was wrong nine times and never right is only told, one that was wrong eight times is not', () => {
  assert.deepEqual([demoted(outcomes(8, true)), demoted(outcomes(9, true))], [[], [['much-shorter', 9]]]);
});

test('what is discarded brings a sign back', () => {
  assert.deepEqual(demoted(outcomes(12, true), outcomes(4, false)), []);
});

test('however often a sign was right, it takes no more to be believed again than to be doubted', () => {
  assert.deepEqual(demoted(outcomes(50, false), outcomes(59, true)).length, 1);
});

test('only what spoke against the answer is judged by it, not what else was noticed', () => {
  const signs = ['much-shorter', 'code-gone', 'parses'];
  assert.deepEqual(demoted(outcomes(20, true, { signs })), [['much-shorter', 20]]);
});

test('another workspace decides for itself, and so does a time in which doubts were not written down', () => {
  const unknown = outcomes(20, true).map(({ doubts: _doubts, ...rest }) => rest);
  assert.deepEqual(demoted(outcomes(20, true, { place: 'elsewhere' }), unknown), []);
});

for (const code of ['placeholder-lost', 'address-added', 'hidden-characters', 'packages-missing', 'not-assessed'])
  test(`${code} stays a doubt whatever is decided`, () => {
    assert.deepEqual(demoted(outcomes(500, true, { signs: [code] })), []);
  });
