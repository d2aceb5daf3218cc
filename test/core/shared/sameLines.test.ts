import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sameEnd, sameStart } from '../../../src/core/shared/sameLines.ts';

test('what two texts begin with is counted in whole lines', () => {
  assert.equal(sameStart('a\nb\nc', 'a\nb\nd'), 4);
  assert.equal(sameStart('\na', 'a'), 0);
  assert.equal(sameStart('ab', 'ac'), 0);
  assert.equal(sameStart('a\nb', 'a\nb'), 3);
});

test('what two texts end with is counted in whole lines', () => {
  assert.equal(sameEnd('x\na\nb\n', 'y\na\nb\n'), 4);
  assert.equal(sameEnd('xa', 'ya'), 0);
  assert.equal(sameEnd('a\n', 'b\n'), 0);
});
