import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leadingWords, markedWords } from '../../../src/assist/documentation/markedWords.ts';

test('the words of a comment are found in the marks of any language', () => {
  const comments = ['/** A.\n * B.\n */', '// A.\n// B.\nf();', '# A.\n# B.', '/// A.\n/// B.', '"""A.\n\nB."""'];
  const words = comments.map(text => leadingWords(text.split('\n')).filter(line => line !== ''));
  assert.deepEqual(
    words,
    comments.map(() => ['A.', 'B.']),
  );
});

test('code, an attribute and a comment without an end have none', () => {
  for (const text of ['f();', '#[test]', '#!/bin/sh', '/** A.', '"""A.', ''])
    assert.deepEqual(leadingWords([text]), []);
});

test('words stand in the marks of their language', () => {
  assert.deepEqual(markedWords(['A.'], 'stars'), ['/** A. */']);
  assert.deepEqual(markedWords(['A.', '', 'B.'], 'stars'), ['/**', ' * A.', ' *', ' * B.', ' */']);
  assert.deepEqual(markedWords(['A.', 'B.'], 'quotes'), ['"""A.', 'B.', '"""']);
  assert.deepEqual(markedWords(['Summary:', 'A < B.'], 'summary'), [
    '/// <summary>',
    '/// A &lt; B.',
    '/// </summary>',
  ]);
  assert.deepEqual(markedWords(['A.'], '#'), ['# A.']);
});

test('words that would end their comment, or have headings of their own, are none', () => {
  for (const word of ['a */ b', '/* a', 'a """ b']) assert.deepEqual(markedWords([word], 'stars'), []);
  assert.deepEqual(markedWords(['A.', 'Parameters:', 'b'], 'summary'), []);
  assert.deepEqual(markedWords(['A.'], undefined), []);
});
