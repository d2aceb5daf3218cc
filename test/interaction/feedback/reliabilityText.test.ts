import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reliabilityLines } from '../../../src/interaction/feedback/reliabilityText.ts';
import { answerOf } from '../../support/scripted.ts';

const bands = [{ score: 0.9, of: 150, expected: 0.934, low: 0.881, high: 0.962 }];
const reliability = () => ({ of: 212, bands });
const answer = (score: number) => answerOf('claude', '', { confidence: { tier: 'checked', score, signs: [] } });

test('the chance is said with its limits, and of whose word it is made', () => {
  assert.deepEqual(reliabilityLines({ answer: answer(0.9), task: 'explain' }, reliability), [
    'By your own word on 212 answers of this kind, about 93 % of those judged like this one were good (88 to 96 %)',
  ]);
});

test('nothing is said of a score that never came, of too few outcomes, or of what was not judged', () => {
  const said = [
    reliabilityLines({ answer: answer(0.6), task: 'explain' }, reliability),
    reliabilityLines({ answer: answer(0.9), task: 'explain' }, () => undefined),
    reliabilityLines({ answer: answerOf('claude', ''), task: 'explain' }, reliability),
    reliabilityLines({ answer: answer(0.9), task: 'explain' }, undefined),
  ];
  assert.deepEqual(said, [[], [], [], []]);
});
