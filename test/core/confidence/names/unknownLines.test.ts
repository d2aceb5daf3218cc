import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge } from '../judged.ts';

const code = 'const a = read();\nreturn a.total;\n';
/** A prompt about lines 40 and 41 of a file, with what stands around them. */
const sent = ['Explain the code.', `File: src/a.ts\nLines: 40-41\n${'x();\n'.repeat(10)}`, code];

const linesTold = async (text: string, more: Parameters<typeof judge>[1] = {}) => {
  const { signs } = await judge(text, { form: 'prose', code, instruction: 'What is it?', sent, ...more });
  return signs.filter(sign => sign.code === 'unknown-lines').map(({ weight, facts }) => [weight, facts['lines']]);
};

test('lines that nothing has which was sent are told, and doubt nothing', async () => {
  assert.deepEqual(await linesTold('It reads the file on line 120, and fails in lines 41 to 99.'), [
    ['fact', '120, 99'],
  ]);
});

test('a line may be counted in the file, in what was sent, or in the code', async () => {
  assert.deepEqual(
    await linesTold('Line 40 reads, line 41 returns; line 2 is its end, and line 12 stands around it.'),
    [],
  );
});

test('other languages have other words for it', async () => {
  for (const words of [
    'In Zeile 300 wird gelesen.',
    'À la ligne 300 il lit.',
    'На строке 300 читает.',
    '第300行读取。',
  ])
    assert.deepEqual(await linesTold(words), [['fact', '300']], words);
});

test('a number of lines is no line', async () => {
  assert.deepEqual(
    await linesTold('It has 300 lines, and the line is long; pipeline 2000 is another thing, deadlines 500 too.'),
    [],
  );
});

test('where nothing is known of what was sent, or code was asked for, nothing is told', async () => {
  assert.deepEqual(await linesTold('See line 300.', { sent: [] }), []);
  assert.deepEqual(await linesTold('See line 300.', { code: '' }), []);
});
