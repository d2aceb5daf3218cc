import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineEndsIn } from '../../../src/core/shared/lineEndsIn.ts';

test('lines are counted where they end', () => {
  assert.deepEqual(['', 'a', 'a\n', '\r\n\n', 'a\nb'].map(lineEndsIn), [0, 0, 1, 2, 1]);
});
