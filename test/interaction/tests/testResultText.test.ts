import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testResultText } from '../../../src/interaction/tests/testResultText.ts';

test('what came of tests is one line, which names those that failed', () => {
  const failed = ['one', 'two\nlines', '[three](command:x)', 'four'];
  assert.deepEqual(
    [
      testResultText('cart.test.ts', { passed: 3, skipped: 0, failed: [] }),
      testResultText('cart.test.ts', { passed: 3, skipped: 2, failed }),
      testResultText('cart.test.ts', { passed: 0, skipped: 0, failed: [''] }),
    ],
    [
      'cart.test.ts: 3 passed',
      'cart.test.ts: 3 passed, 4 failed (one, two lines, (three)(command:x), …), 2 skipped',
      'cart.test.ts: 1 failed',
    ],
  );
});
