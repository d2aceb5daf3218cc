import assert from 'node:assert/strict';
import { test } from 'node:test';
import { notedBlock, notedText } from '../../../src/interaction/doubts/notedAnswer.ts';

const block = { language: 'ts', code: 'let a;\n' };

test('a block that is copied has the note in its own language', () => {
  assert.deepEqual(notedBlock(block, 'Doubts.'), { code: '// Doubts.\nlet a;\n', isNoteLost: false });
  assert.equal(notedBlock({ ...block, language: '' }, 'Doubts.', 'python').code, '# Doubts.\nlet a;\n');
  assert.deepEqual(notedBlock(block, undefined), { code: 'let a;\n', isNoteLost: false });
});

test('where no comment can stand the code stays as it is, and that is known', () => {
  assert.deepEqual(notedBlock({ language: 'json', code: '{}\n' }, 'Doubts.'), { code: '{}\n', isNoteLost: true });
});

// a warning that stays behind in the panel when the code leaves it is no warning: as with every copy button over an answer
test('a whole answer that is copied has the note in each of its blocks, and its words stay', () => {
  const text = 'First.\n\n```ts\nlet a;\n```\n\nThen.\n\n```py\na = 1\n```\n';
  assert.deepEqual(notedText(text, 'Doubts.'), {
    code: 'First.\n\n```ts\n// Doubts.\nlet a;\n```\n\nThen.\n\n```py\n# Doubts.\na = 1\n```\n',
    isNoteLost: false,
  });
  assert.equal(notedText(text, undefined).code, text);
  assert.deepEqual(notedText('> ```ts\n> let a;\n> let b;\n> ```\n', 'Doubts.').isNoteLost, true);
});
