import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whyNotDocumentable } from '../../../src/assist/documentation/documentable.ts';

test('in C and C++ headers say what is public, and data declares nothing', () => {
  const of = ([language, file]: readonly [string, string]) => whyNotDocumentable(language, file);
  assert.deepEqual(
    (
      [
        ['cpp', 'src/cart.cpp'],
        ['cpp', 'include/cart.hpp'],
        ['c', 'cart.h'],
        ['json', 'a.json'],
        ['markdown', 'a.md'],
        ['vue', 'a.vue'],
        ['typescript', 'a.ts'],
        ['elixir', 'a.ex'],
      ] as const
    ).map(of),
    ['source', undefined, undefined, 'language', 'language', 'language', undefined, undefined],
  );
});
