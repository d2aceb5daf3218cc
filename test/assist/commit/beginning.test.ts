import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isBeginning, withBeginning } from '../../../src/assist/commit/beginning.ts';

test('an empty box takes the message', () => {
  assert.equal(withBeginning(' \n', 'fix: a'), 'fix: a');
});

test('a beginning is gone on with, and not said twice', () => {
  assert.equal(withBeginning('feat: ', 'fix: handle it'), 'feat: handle it');
  assert.equal(withBeginning('Handle', 'handle it'), 'Handle it');
  assert.equal(withBeginning('[ABC-1] ', 'fix: a'), '[ABC-1] fix: a');
});

test('a whole message is replaced, and a merge keeps its line', () => {
  assert.equal(withBeginning('Read the last line too', 'fix: a'), 'fix: a');
  assert.equal(
    withBeginning("Merge branch 'a' into b\n", 'Take the newer one'),
    "Merge branch 'a' into b\n\nTake the newer one",
  );
});

test('one or two words, or a type, begin a message', () => {
  assert.deepEqual(['fix:', 'Handle it', 'Read the last line', 'fix:\na'].map(isBeginning), [true, true, false, false]);
});
