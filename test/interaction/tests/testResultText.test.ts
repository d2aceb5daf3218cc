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

// https://github.com/cmake-basis/BASIS/issues/114
test('where no test was run, that is said, and of C++ what may be missing', () => {
  const none = { passed: 0, skipped: 0, failed: [] };
  assert.deepEqual(
    ['cart.test.ts', 'cart_test.cpp', 'cart_test.c', 'CartTest.java'].map(file => testResultText(file, none)),
    [
      'cart.test.ts: no test was run',
      'cart_test.cpp: no test was run. The file may have to be named elsewhere, as in CMakeLists.txt.',
      'cart_test.c: no test was run. The file may have to be named elsewhere, as in CMakeLists.txt.',
      'CartTest.java: no test was run',
    ],
  );
  assert.equal(testResultText('cart.test.ts', { ...none, skipped: 2 }), 'cart.test.ts: 2 skipped');
});
