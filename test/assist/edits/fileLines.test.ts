import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { fileLines, placesIn } from '../../../src/assist/edits/fileLines.ts';
import { atOnce } from '../../../src/core/shared/steps.ts';

const find = (lines: string, wanted: string) => atOnce(placesIn(lines.split(''), wanted.split('')));

suite('lines among others', () => {
  test('are found where they stand', () => assert.deepEqual(find('abcd', 'cd'), { first: 2, isOnly: true }));
  test('are found behind a beginning of them', () =>
    assert.deepEqual(find('aabaaab', 'aaab'), { first: 3, isOnly: true }));
  test('are found twice where they overlap', () => assert.deepEqual(find('ababa', 'aba'), { first: 0, isOnly: false }));
  test('are not found', () => assert.equal(find('abc', 'abcd'), undefined));
});

test('a text is taken apart into lines, however they end', () => {
  const { lines, starts, endsWithLineEnd } = atOnce(fileLines('a\r\n\nb'));
  assert.deepEqual([lines, starts, endsWithLineEnd], [['a', '', 'b'], [0, 3, 4], false]);
});
