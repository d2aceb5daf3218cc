import assert from 'node:assert/strict';
import { test } from 'node:test';
import { privateUseIn } from '../../../src/core/unicode/privateUse.ts';

test('characters without a form of their own are found, in all three areas, with their places', () => {
  const text = 'a\uE000b\uF8FFc\u{F0000}d\u{10FFFD}';
  assert.deepEqual(
    privateUseIn(text).map(({ character, index }) => [character, index]),
    [
      ['\uE000', 1],
      ['\uF8FF', 3],
      ['\u{F0000}', 5],
      ['\u{10FFFD}', 8],
    ],
  );
});

test('letters, ideographs, emoji and compatibility forms are none', () => {
  assert.deepEqual(privateUseIn('aé한字😀\u{20000}\uD7FF\uF900ﬁ｡'), []);
});
