import assert from 'node:assert/strict';
import { test } from 'node:test';
import { batchIds } from '../../../src/assist/batch/batchIds.ts';

const many = Array.from({ length: 2_000 }, (_, at) => `export function part${at}(): void {}`);

test('each of two thousand items has an id of its own, and none is a number', () => {
  const ids = batchIds(many);
  assert.equal(new Set(ids).size, many.length);
  assert.ok(ids.every(id => /^[a-z][0-9a-z]{2}$/.test(id)));
});

test('equal texts have different ids', () => {
  assert.equal(new Set(batchIds(['a', 'a', 'a'])).size, 3);
});

test('the same batch has the same ids, so that it is the same question', () => {
  assert.deepEqual(batchIds(many.slice(0, 10)), batchIds(many.slice(0, 10)));
});

// getzep/graphiti#965, dmMaze/BallonsTranslator#1271: indices are renumbered where one is missing
test('an id does not tell the place: without the first item the others keep theirs', () => {
  assert.deepEqual(batchIds(many.slice(1, 10)), batchIds(many.slice(0, 10)).slice(1));
});
