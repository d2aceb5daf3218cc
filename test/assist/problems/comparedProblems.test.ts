import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparedProblems, type Problem } from '../../../src/assist/problems/comparedProblems.ts';

const problem = (message: string): Problem => ({ severity: 'error', message, source: 'ts', code: '1' });

test('equal problems are counted, so that one of two may be gone', () => {
  const { gone, left, added } = comparedProblems([problem('a'), problem('a')], [problem('a'), problem('b')]);
  assert.deepEqual([gone, left, added], [[problem('a')], [problem('a')], [problem('b')]]);
});

test('a number in a message makes no other problem of it, its severity does', () => {
  assert.equal(comparedProblems([problem('at line 3')], [problem('at line 5')]).left.length, 1);
  assert.equal(comparedProblems([problem('a')], [{ ...problem('a'), severity: 'warning' }]).added.length, 1);
});
