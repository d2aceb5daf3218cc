import assert from 'node:assert/strict';
import { test } from 'node:test';
import { against, judge } from '../judged.ts';

const marks = async (code: string, before: string, language = 'go'): Promise<boolean> => {
  const found = await judge(`\`\`\`\n${code}\n\`\`\``, { language, code: before });
  return against(found).includes('hard edit-marks');
};

/** Code with what an edit has left in it. */
const left: readonly (readonly [code: string, before: string, language?: string])[] = [
  ['<<<<<<< HEAD\na := 1\n=======\na := 2\n>>>>>>> main', 'a := 1\n'],
  ['------- SEARCH\na := 1\n=======\na := 2\n+++++++ REPLACE', 'a := 1\n'],
  ['- a := 1\n+ a := 2\nb := 3', 'a := 1\nb := 3\n'],
  ['<code>\na := 2', 'a := 1\n'],
  ['a = 2\n</file_content>', 'a = 1\n', 'python'],
];

for (const [code, before, language] of left) {
  test(`is no code: ${JSON.stringify(code)}`, async () => assert.equal(await marks(code, before, language), true));
}

/** Code in which the same signs are meant. */
const meant: readonly (readonly [code: string, before: string, language?: string])[] = [
  ['<ul>\n  <li>a</li>\n</ul>', '<ul>\n</ul>\n', 'html'],
  ['<>\n  <A />\n</>', '<A />\n', 'typescriptreact'],
  ['- name: a\n- name: b', 'name: a\n', 'yaml'],
  ['-1 + x', 'x\n'],
  ['<ul>\n  {items}\n</ol>', '<ul>\n  {item}\n</ul>\n', 'python'], // within a text
  ['a << 3\nb >> 4', 'a\n', 'ruby'],
  ['Install\n=======\n\nRun it.', 'Install\n=======\n\nRunn it.\n', 'restructuredtext'],
  ['<<<<<<< HEAD\na', '<<<<<<< HEAD\n', 'diff'],
];

for (const [code, before, language] of meant) {
  test(`is code: ${JSON.stringify(code)}`, async () => assert.equal(await marks(code, before, language), false));
}

test('a block that says it is of another language, or an output, is no rival of the one in the right language', async () => {
  const answer = (beside: string) => `\`\`\`${beside}\nnpm test\n\`\`\`\n\n\`\`\`ts\nconst a: number = 1;\n\`\`\``;
  const isDoubted = async (beside: string): Promise<boolean> =>
    against(await judge(answer(beside), { language: 'typescript', code: 'const a = 1;\n' })).includes(
      'soft several-blocks',
    );
  assert.deepEqual(await Promise.all(['bash', 'json', 'text', 'console'].map(isDoubted)), [false, false, false, false]);
  assert.deepEqual(await Promise.all(['ts', '', 'js'].map(isDoubted)), [true, true, true]);
});
