import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterFix } from '../../../src/assist/problems/afterFix.ts';
import type { Problem } from '../../../src/assist/problems/comparedProblems.ts';

const problem = (message: string, code = '1'): Problem => ({ severity: 'error', message, source: 'ts', code });
const [asked, other, late] = [problem('asked'), problem('other'), problem('late')];

// https://github.com/mmnto-ai/totem/issues/1063
test('what is left of what was asked and what is new is asked about next, what was there besides is not', () => {
  const { left, added, next } = afterFix({
    before: [asked, other],
    asked: [asked],
    now: [asked, other, late],
    isAgain: false,
  });
  assert.deepEqual([left, added, next], [[asked], [late], [asked, late]]);
});

test('after the second round nothing is asked about next, though it is counted', () => {
  const round = { before: [asked], asked: [asked], now: [asked, late], isAgain: true };
  const { left, added, next } = afterFix(round);
  assert.deepEqual([left, added, next], [[asked], [late], []]);
});

test('a problem whose line number is in its words is the same when the line has moved', () => {
  const [before, now] = [problem('declared in line 3'), problem('declared in line 5')];
  assert.deepEqual(afterFix({ before: [before], asked: [before], now: [now], isAgain: false }).next, [now]);
});

test('one that is called the same but reported by another tool is none of what was asked', () => {
  const alike = problem('asked', '2');
  const { left, next } = afterFix({ before: [asked, alike], asked: [asked], now: [alike], isAgain: false });
  assert.deepEqual([left, next], [[], []]);
});
