import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { withNote } from '../../../src/assist/noted/withNote.ts';

const noted = (code: string, language: string, words = 'Doubts.') => withNote(code, language, words)?.code;

// https://github.com/openemr/openemr/issues/11242: marks around generated code clutter it, so it is one line, and only where it is wanted
test('the note is one line above the code, as far in as that', () => {
  assert.equal(noted('  a();\n  b();\n', 'ts'), '  // Doubts.\n  a();\n  b();\n');
  assert.equal(noted('\n\tx = 1', 'python'), '\n\t# Doubts.\n\tx = 1');
  assert.equal(noted('a {}\r\n', 'css'), '/* Doubts. */\r\na {}\r\n');
});

test('what must be the first line of a file stays that', () => {
  assert.equal(noted('#!/bin/sh\nls', 'shellscript'), '#!/bin/sh\n# Doubts.\nls');
  assert.equal(noted('<?php\necho 1;', 'php'), '<?php\n// Doubts.\necho 1;');
  assert.equal(noted('<!doctype html>\n<p>', 'html'), '<!doctype html>\n<!-- Doubts. -->\n<p>');
});

test('where a comment would be text, or there is none, nothing is noted', () => {
  assert.deepEqual(
    [noted('<b>hi</b>', 'typescriptreact'), noted('let a;', 'vue'), noted('{}', 'json'), noted(' \n', 'ts')],
    [undefined, undefined, undefined, undefined],
  );
});

// the reasons hold names that a model has written: `*/ run() /*` must not become code
test('nothing in the words ends the comment or goes on behind it', () => {
  const hostile = 'a */ b --> c \n d \u2028 e ?> f ]] g \\ h </script> i \u202e \r j';
  for (const language of ['ts', 'css', 'html', 'php', 'lua', 'c', 'python']) {
    const code = language === 'html' ? '<p>' : 'x';
    const [note = '', ...rest] = (noted(code, language, hostile) ?? '').split(/[\r\n\u2028\u2029]/);
    assert.deepEqual(rest, [code], language);
    assert.match(note, /^(?:\/\/|\/\*|#|--|<!--) a b c d e f g h script i j(?: \*\/| -->)?$/);
  }
});

test('whatever the words are, one line is added and the others stay', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), words => {
      const found = withNote('a\nb', 'css', words);
      assert.equal(found?.line, 1);
      const [note = '', ...rest] = found.code.split('\n');
      assert.deepEqual([rest, note.indexOf('*/')], [['a', 'b'], note.length - 2]);
    }),
  );
});
