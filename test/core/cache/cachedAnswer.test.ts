import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerOf, cachedAnswer, readCachedAnswer } from '../../../src/core/cache/cachedAnswer.ts';
import { answerOf as answer } from '../../support/scripted.ts';

const used = [{ file: 'file:///types.ts', hash: 'digest' }];
const kept = (more: object = {}): unknown =>
  JSON.parse(JSON.stringify({ ...cachedAnswer('key', answer('first', 'text'), 1), ...more }));

test('an answer of before, which names no files, is still read, and used none', () => {
  const read = readCachedAnswer(kept());
  assert.ok(read);
  assert.equal(answerOf(read, 'cached', 0).used, undefined);
});

test('the files that an answer used come back with it', () => {
  const read = readCachedAnswer(
    JSON.parse(JSON.stringify(cachedAnswer('key', { ...answer('first', 'text'), used }, 1))),
  );
  assert.deepEqual(read && answerOf(read, 'cached', 0).used, used);
});

test('an answer whose files cannot be read is none: they might have changed', () => {
  for (const wrong of ['x', [1], [{ file: 'a' }], Array(11).fill(used[0])])
    assert.equal(readCachedAnswer(kept({ used: wrong })), undefined);
});
