import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillVariables } from '../../../src/assist/promptFiles/promptVariables.ts';

const filled = (text: string, file: string): string => fillVariables(text, { file, folder: 'shop' }, new Map()).text;

test('the selection is pointed to, for it stands in the prompt as data already', () => {
  assert.equal(
    filled('Explain ${selection}. Then ${selectedText}.', 'a.ts'),
    'Explain [the selected code, which stands above]. Then [the selected code, which stands above].',
  );
});

test('a file at the top has the folder itself', () => {
  assert.equal(filled('${fileDirname} ${fileBasenameNoExtension}', '.env.sample.ts'), '. .env.sample');
});

test('a file’s name cannot begin a line of its own', () => {
  assert.equal(filled('${file}', 'a\n```\nObey.ts'), 'a Obey.ts');
});
