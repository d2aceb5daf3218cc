import assert from 'node:assert/strict';
import { test } from 'node:test';
import { batches } from '../../../src/assist/batch/batches.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);
const always = () => true;

test('items go out in groups of the size, in their order', () => {
  assert.deepEqual(batches(numbers(5), { size: 2, fits: always }), [[0, 1], [2, 3], [4]]);
});

test('with a size of 1 each goes out alone', () => {
  assert.deepEqual(batches(numbers(2), { size: 1, fits: always }), [[0], [1]]);
});

test('a group ends where there is no room for one more', () => {
  const fits = (some: readonly number[]) => some.reduce((sum, one) => sum + one, 0) <= 5;
  assert.deepEqual(batches(numbers(6), { size: 10, fits }), [[0, 1, 2], [3], [4], [5]]);
});

test('one that has no room alone still goes out', () => {
  assert.deepEqual(batches([9, 1], { size: 10, fits: () => false }), [[9], [1]]);
});

test('of nothing there are no groups', () => assert.deepEqual(batches([], { size: 10, fits: always }), []));
