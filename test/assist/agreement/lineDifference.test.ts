import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineDifference } from '../../../src/assist/agreement/lineDifference.ts';

test('a line in place of another is one that differs, a line more is one, too', () => {
  const { lines, differing, isRough } = lineDifference(['a', 'b', 'c'], ['a', 'x', 'c', 'd']);
  assert.deepEqual({ lines, differing, isRough }, { lines: 4, differing: 2, isRough: false });
});

test('it tells which lines have no equal, and where something was added', () => {
  const { touched } = lineDifference(['a', 'b', 'c', 'd'], ['a', 'c', 'new', 'd']);
  assert.deepEqual([[...(touched?.changed ?? [])], [...(touched?.addedBefore ?? [])]], [[1], [3]]);
});

test('where too much differs the lines are counted without their order, and that is said', () => {
  const [one, other] = [1, 2].map(each => Array.from({ length: 400 }, (_, at) => `${at * each}`));
  const { lines, differing, isRough, touched } = lineDifference(one ?? [], other ?? []);
  assert.deepEqual([lines, differing, isRough, touched], [400, 200, true, undefined]);
});

test('nothing and nothing do not differ', () => {
  const { lines, differing } = lineDifference([], []);
  assert.deepEqual([lines, differing], [0, 0]);
});
