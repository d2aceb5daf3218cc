import assert from 'node:assert/strict';
import { test } from 'node:test';
import { appliedPieces } from '../../../src/assist/checkpoints/appliedPieces.ts';
import { piecesWith } from '../../../src/assist/checkpoints/piecesWith.ts';
import { hunks } from '../../../src/assist/edits/hunks.ts';
import { atOnce } from '../../../src/core/shared/steps.ts';

const before = 'one();\n\nmiddle();\n\ntwo();\n';
const after = '/** First. */\none();\n\nmiddle();\n\n/**\n * Second.\n * Of two.\n */\ntwo();\n';
const pieces = atOnce(appliedPieces(before, hunks(before, after)));

test('each text is found in the piece that has brought it, in whatever order they come', () => {
  assert.deepEqual(piecesWith(pieces, ['* Second.\n* Of two.', '/** First. */']), [1, 0]);
});

test('what the user did not take is in none', () => {
  assert.deepEqual(piecesWith(pieces, ['/** Third. */']), [-1]);
});

test('most of a text is enough, half of it is, less is not', () => {
  const texts = ['* Second.\n* Of two.\n* Of three.', '* Second.\n* Other.', '* Second.\n* Other.\n* More.'];
  assert.deepEqual(piecesWith(pieces, texts), [1, 1, -1]);
});

test('a text without a word is in none', () => {
  assert.deepEqual(piecesWith(pieces, ['/**\n */', '']), [-1, -1]);
});
