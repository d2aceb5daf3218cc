import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Sign } from '../../../src/core/model/answer.ts';
import { doubtNote } from '../../../src/interaction/doubts/doubtNote.ts';
import { answerOf } from '../../support/scripted.ts';

const thresholds = { auto: 0.8, review: 0.5 };
const soft = (code: Sign['code']): Sign => ({ code, weight: 'soft', facts: {} });

/** The note of an answer with that score about which was decided so. */
const noteOf = (score: number, decision?: string, signs: readonly Sign[] = [soft('elided'), soft('unbalanced')]) =>
  doubtNote(
    {
      answer: answerOf('claude', 'x', { confidence: { tier: 'doubtful', score, signs } }),
      ...(decision !== undefined && { decision }),
    },
    thresholds,
  );

test('it says that there were doubts, and the first two of them', () => {
  assert.equal(
    noteOf(0.6, 'used', [soft('elided'), soft('unbalanced'), soft('repeats')]),
    'Steadfast had doubts about this code: Parts of the code are left out, as in “rest unchanged”. Brackets or quotes do not match.',
  );
  assert.equal(noteOf(0.2, 'approved', []), 'Steadfast had doubts about this code.');
});

test('an answer that is not doubted, or not taken, has none', () => {
  assert.deepEqual(
    [noteOf(0.9, 'used'), noteOf(0.6), noteOf(0.6, 'discarded'), noteOf(0.6, 'kept'), doubtNote({}, thresholds)],
    Array(5).fill(undefined),
  );
});
