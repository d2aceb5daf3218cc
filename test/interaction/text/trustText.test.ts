import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trustSummary, trustText } from '../../../src/interaction/text/trustText.ts';
import type { Confidence, Sign, SignCode } from '../../../src/core/model/answer.ts';

const sign = (code: SignCode, weight: Sign['weight'] = 'good', facts: Sign['facts'] = {}): Sign => ({
  code,
  weight,
  facts,
});
const judged = (tier: Confidence['tier'], ...signs: readonly Sign[]): Confidence => ({ tier, score: 0.9, signs });

const whole = judged('checked', sign('names-found'), sign('compared'), sign('parses'));
const doubted = judged('doubtful', sign('unchanged', 'hard'), sign('elided', 'soft', { line: 3 }), sign('parses'));
const ran = judged('verified', sign('ran-well', 'good', { name: 'npm: test' }), sign('parses'));

test('in short it is said what was looked at, and that the meaning was not', () => {
  assert.equal(trustSummary(whole), 'names, changes, syntax checked, meaning not');
  assert.equal(trustSummary(judged('checked', sign('balanced'))), 'brackets checked, meaning not');
});

test('in full it is said what was seen of each, and what nobody knows', () => {
  assert.equal(
    trustText(whole),
    'Checked: No unknown name was found in it. It was compared with your code, line by line. The code has no syntax error. Not checked: whether it is right.',
  );
});

test('what was run is named, and no more is claimed of it than that', () => {
  assert.equal(trustSummary(ran), 'verified by npm: test');
  assert.equal(
    trustText(ran),
    'Verified by npm: test, which ran without an error. What it does not test is not known.',
  );
});

test('a doubt is said with its reason', () => {
  assert.equal(trustSummary(doubted), 'doubted');
  assert.equal(
    trustText(doubted),
    'Doubted, because: It is the same code that was sent, without any change. And another reason.',
  );
});

test('an answer of before, of which only the tier is known, is not said to be checked as a whole', () => {
  assert.equal(trustSummary(judged('checked')), 'form checked');
  assert.equal(trustText(judged('checked')), 'Only its form was checked, not what it means');
});

test('no words of trust hold a number', () => {
  for (const confidence of [whole, doubted, ran, judged('unchecked')]) assert.doesNotMatch(trustText(confidence), /\d/);
});
