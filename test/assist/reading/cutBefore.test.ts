import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutBefore } from '../../../src/assist/reading/cutBefore.ts';

const text = 'The value of token is abcdefghij and more.';
const at = text.indexOf('abc');
const found = [{ start: at, end: at + 10, kind: 'token' }];

test('a text is cut before a secret and never within it', () => {
  assert.equal(cutBefore(text, at + 4, found), text.slice(0, at));
});

test('a text is cut where it is too long, and a short one not at all', () => {
  assert.deepEqual(
    [cutBefore(text, 10, found), cutBefore(text, at + 10, found), cutBefore(text, 100, found)],
    [text.slice(0, 10), text.slice(0, at + 10), text],
  );
});

test('a text is not cut within a character', () => {
  assert.equal(cutBefore('ab😀c', 3, []), 'ab');
});
