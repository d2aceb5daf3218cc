import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  otherPlacesText,
  refusedText,
  renamedText,
  renameQuestion,
} from '../../../src/interaction/rename/renameText.ts';

// https://github.com/microsoft/vscode/issues/145543
// https://github.com/microsoft/vscode/issues/198423
test('every way of saying no is one no, with the reason where there is one', () => {
  const no = 'The language service does not rename it to sum.';
  assert.deepEqual(
    [undefined, null, '', ' ', {}, new Error(''), 42].map(thrown => refusedText('sum', thrown)),
    Array.from({ length: 7 }, () => no),
  );
  assert.deepEqual(
    [new Error('is taken'), 'is taken', 'is\n taken'].map(thrown => refusedText('sum', thrown)),
    Array.from({ length: 3 }, () => 'The language service does not rename it to sum: is taken'),
  );
});

// https://github.com/microsoft/vscode/issues/65079
// https://github.com/microsoft/TypeScript/issues/29026
test('it is said in how many places of how many files a name was changed, also where it is one', () => {
  const of = (places: number, files: number) => renamedText('total', 'sum', { places, files });
  assert.deepEqual(
    [of(1, 1), of(5, 1), of(5, 2)],
    [
      'total is now sum: 1 place in 1 file.',
      'total is now sum: 5 places in 1 file.',
      'total is now sum: 5 places in 2 files.',
    ],
  );
});

// https://github.com/razzmatazz/csharp-language-server/issues/157
// https://github.com/onivim/oni/issues/1263
test('what is asked before comments and texts are changed says how many places there are', () => {
  assert.equal(renameQuestion({ places: 5, files: 2 }), 'Rename 5 places in 2 files?');
  assert.match(otherPlacesText(1), /^1 of them is no use/);
  assert.match(otherPlacesText(3), /^3 of them are no uses/);
});
