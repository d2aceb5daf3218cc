import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withEdits } from '../../../src/assist/testFiles/lineEdits.ts';

test('lines are put in, taken away and replaced by where they stood', () => {
  const edits = [
    { at: 3, remove: 0, lines: ['end'] },
    { at: 0, remove: 1, lines: ['A'] },
    { at: 2, remove: 0, lines: ['new'] },
  ];
  assert.deepEqual(withEdits(['a', 'b', 'c'], edits), ['A', 'b', 'new', 'c', 'end']);
});
