import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attemptKey, questionOf } from '../../../src/core/model/attemptKey.ts';

test('a retry has the key of the first try; another target or question has another', () => {
  const keys = [
    attemptKey({ id: 'q1' }, { id: 'a' }),
    attemptKey({ id: 'q1' }, { id: 'b' }),
    attemptKey({ id: 'q2' }, { id: 'a' }),
  ];
  assert.equal(attemptKey({ id: 'q1' }, { id: 'a' }), keys[0]);
  assert.equal(new Set(keys).size, 3);
});

test('whatever a target is called, the key can stand in a header and names its question', () => {
  const key = attemptKey({ id: 'q.1' }, { id: 'Größe\r\n😀' });
  assert.match(key, /^[\x21-\x7e]+$/);
  assert.equal(questionOf(key), 'q.1');
});
