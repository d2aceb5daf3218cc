import assert from 'node:assert/strict';
import { test } from 'node:test';
import { confidenceOf } from '../../../src/core/confidence/assess.ts';
import { isBetter } from '../../../src/core/escalation/isBetter.ts';
import type { Answer, Sign, SignCode } from '../../../src/core/model/answer.ts';
import { answerOf } from '../../support/scripted.ts';

const sign = (code: SignCode, weight: Sign['weight']): Sign => ({ code, weight, facts: {} });
const judged = (...signs: readonly Sign[]): Answer =>
  answerOf('first', 'text', { confidence: confidenceOf(signs, { whole: true }) });

const unfit = judged(sign('no-code', 'hard'));
const doubted = judged(sign('much-shorter', 'soft'));
const fine = judged(sign('parses', 'good'));

test('no hard fact is better than one, and a higher score than a lower one', () => {
  assert.deepEqual([isBetter(doubted, unfit), isBetter(fine, unfit), isBetter(fine, doubted)], [true, true, true]);
  assert.deepEqual([isBetter(unfit, doubted), isBetter(unfit, fine), isBetter(doubted, fine)], [false, false, false]);
});

test('of equal ones the first stays', () => {
  for (const answer of [unfit, doubted, fine]) assert.equal(isBetter(answer, answer), false);
});

test('a hard fact weighs more than a number', () => {
  const odd: Answer = answerOf('first', 'text', {
    confidence: { tier: 'doubtful', score: 0.9, signs: [sign('no-code', 'hard')] },
  });
  assert.deepEqual([isBetter(odd, doubted), isBetter(doubted, odd)], [false, true]);
});

test('what was declined, or nobody has looked at, is never better', () => {
  const declined = { ...fine, finish: 'refused' } as const;
  const unseen = answerOf('first', 'text', { confidence: confidenceOf([], { whole: false }) });
  const unjudged = answerOf('first', 'text');
  assert.deepEqual(
    [isBetter(declined, unfit), isBetter(unseen, unfit), isBetter(unjudged, unfit)],
    [false, false, false],
  );
});
