import assert from 'node:assert/strict';
import { test } from 'node:test';
import { otherPlaces } from '../../../src/assist/names/otherPlaces.ts';

const at = (file: string, line: number, character = 0) => ({ file, line, character });
const uses = [at('a.cs', 1), at('a.cs', 4), at('b.cs', 1)];

// https://github.com/razzmatazz/csharp-language-server/issues/157
// https://github.com/onivim/oni/issues/1263
test('places in comments and texts are none of the uses', () => {
  assert.equal(otherPlaces([...uses, at('a.cs', 2), at('a.cs', 4, 9), at('c.cs', 1)], uses), 3);
});

test('all uses, or some of them, are nothing else; and where none are known nothing is', () => {
  assert.deepEqual(
    [otherPlaces(uses, uses), otherPlaces([at('b.cs', 1)], uses), otherPlaces(uses, []), otherPlaces([], uses)],
    [0, 0, 0, 0],
  );
});
