import assert from 'node:assert/strict';
import { test } from 'node:test';
import { movedLines } from '../../../src/assist/review/movedLines.ts';

const lines = { first: 10, last: 12, isTouched: false };

// https://github.com/d-koppenhagen/vscode-code-review/issues/138 https://github.com/codefori/vscode-ibmi/issues/699
test('lines move by what is added and taken away above them', () => {
  assert.deepEqual(movedLines(lines, { first: 3, last: 3, added: 2 }), { first: 12, last: 14, isTouched: false });
  assert.deepEqual(movedLines(lines, { first: 3, last: 5, added: 0 }), { first: 8, last: 10, isTouched: false });
  assert.deepEqual(movedLines(lines, { first: 9, last: 9, added: 0 }), lines);
});

test('what changes below them does nothing', () => {
  assert.deepEqual(movedLines(lines, { first: 13, last: 20, added: 50 }), lines);
});

test('what reaches into them touches them', () => {
  assert.deepEqual(movedLines(lines, { first: 11, last: 11, added: 0 }), { first: 10, last: 12, isTouched: true });
  assert.deepEqual(movedLines(lines, { first: 11, last: 11, added: 2 }), { first: 10, last: 14, isTouched: true });
  assert.deepEqual(movedLines(lines, { first: 8, last: 10, added: 0 }), { first: 8, last: 10, isTouched: true });
  assert.deepEqual(movedLines(lines, { first: 5, last: 40, added: 0 }), { first: 5, last: 10, isTouched: true });
  assert.equal(movedLines({ ...lines, isTouched: true }, { first: 0, last: 0, added: 1 }).isTouched, true);
});
