import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readableEdits } from '../../../src/interaction/edits/readableEdits.ts';

test('blocks are read as diffs, under the words above them', () => {
  const text =
    'I fix it.\n\nsrc/tax.ts\n```ts\n<<<<<<< SEARCH\na\nb\n=======\na\nc\n>>>>>>> REPLACE\n```\nThat is all.';
  assert.equal(readableEdits(text), 'I fix it.\n\nsrc/tax.ts\n\n```diff\n  a\n- b\n+ c\n```\n\nThat is all.');
});

test('code with fences in it stays within its own', () => {
  assert.match(
    readableEdits('<<<<<<< SEARCH\n```\n=======\n````\n>>>>>>> REPLACE') ?? '',
    /^`{5}diff\n- ```\n\+ ````\n`{5}$/,
  );
});

test('lines that are the same at both ends are said once', () => {
  assert.equal(readableEdits('<<<<<<< SEARCH\na\na\n=======\na\n>>>>>>> REPLACE'), '```diff\n  a\n- a\n```');
});

test('what is no answer of this kind stays as it is', () => {
  assert.equal(readableEdits('I cannot do this.'), undefined);
});
