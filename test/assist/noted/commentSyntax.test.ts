import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commentSyntax } from '../../../src/assist/noted/commentSyntax.ts';

test('a language writes its comments in its own way, by its id and by the word after a fence', () => {
  const written = ['typescriptreact', 'ts', 'Python', 'sql', 'css', 'vue', 'lua', 'jsonc', 'latex'].map(language => {
    const { open, close } = commentSyntax(language) ?? { open: '', close: '' };
    return `${open} x${close}`;
  });
  assert.deepEqual(written, ['// x', '// x', '# x', '-- x', '/* x */', '<!-- x -->', '-- x', '// x', '% x']);
});

test('what has no comments, or would show them, has none', () => {
  assert.deepEqual(
    ['json', 'markdown', 'diff', 'plaintext', '', 'constructor'].map(commentSyntax),
    Array(6).fill(undefined),
  );
});
