import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anchor } from '../../src/assist/anchor.ts';

const text = 'aaa\nconst x = 1;\nbbb\n';

test('code that stands where it stood is found there', () => {
  assert.deepEqual(anchor(text, 'const x = 1;', 4), { start: 4, end: 16 });
});

test('code that moved because the user typed above is found again', () => {
  assert.deepEqual(anchor(`// new\n${text}`, 'const x = 1;', 4), { start: 11, end: 23 });
});

test('code that was changed is not found', () => {
  assert.equal(anchor(text.replace('1', '2'), 'const x = 1;', 4), undefined);
});

test('code that moved and now stands twice is not guessed at', () => {
  assert.equal(anchor(`// new\n${text}${text}`, 'const x = 1;', 4), undefined);
});
