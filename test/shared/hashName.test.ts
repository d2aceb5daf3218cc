import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashNameAt } from '../../src/shared/hashName.ts';

const typed: readonly [words: string, name: string | undefined][] = [
  ['why #', ''],
  ['why #ta', 'ta'],
  ['why #src/ta', 'src/ta'],
  ['why #tax.ts ', undefined],
  ['C#', undefined],
  ['a#b', undefined],
  ['', undefined],
  ['##', undefined],
];
for (const [words, name] of typed)
  test(`behind "${words}" ${name === undefined ? 'no name is typed' : `the name "${name}" is typed`}`, () => {
    assert.equal(hashNameAt(words, words.length)?.name, name);
  });

test('what stands behind the cursor is no part of the name', () => {
  assert.deepEqual(hashNameAt('why #tax', 6), { name: 't', start: 4, end: 6 });
});

test('a # that is far away is none of it', () => {
  assert.equal(hashNameAt(`#${'a'.repeat(500)}`, 501), undefined);
});
