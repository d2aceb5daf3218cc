import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  escapedEntities,
  escapedLineEnds,
  lineNumbers,
  surroundingsRepeated,
} from '../../../../src/core/confidence/evidence/comparison.ts';
import type { Material } from '../../../../src/core/confidence/evidence/assessor.ts';

/** An answer whose code stands in the place of the selection. */
const material = (code: string, expects: Partial<Material['expects']> = {}): Material => ({
  expects: { form: 'code', language: 'typescript', code: 'run();\n', ...expects },
  instruction: '',
  text: code,
  finish: 'stop',
  reply: { blocks: [], prose: '' },
  reading: { is: 'code', code, blocks: 1 },
  parse: () => Promise.resolve({ verdict: 'unknown' }),
});

test('entities in a text, in a page and in code that had them are meant', () => {
  assert.equal(escapedEntities(material('if (a &amp;&amp; b) run();')).length, 1);
  assert.equal(escapedEntities(material("const escape = text.replace(/&/g, '&amp;');")).length, 0);
  assert.equal(escapedEntities(material('<b>a &amp; b</b>', { language: 'html' })).length, 0);
  assert.equal(escapedEntities(material('a &lt; b', { code: 'a &lt; c' })).length, 0);
});

test('numbers count as those of lines when they follow each other on every line', () => {
  assert.equal(lineNumbers(material('1 | a\n2 | b')).length, 1);
  assert.equal(lineNumbers(material('1 | a\n3 | b')).length, 0);
  assert.equal(lineNumbers(material('7: seven')).length, 0);
  assert.equal(lineNumbers(material('1 | a\n2 | b', { code: '1 | x\n2 | y' })).length, 0);
});

test('one line of the surroundings may come again, two are repeated, and so is the very next one', () => {
  const around = { before: 'const first = 1;\nconst second = 2;\n', after: 'export { first };\n' };
  assert.equal(surroundingsRepeated(material('run();\nconst second = 2;\nrun();', { around })).length, 0);
  assert.equal(surroundingsRepeated(material('const first = 1;\nrun();', { around })).length, 0);
  assert.equal(surroundingsRepeated(material('const second = 2;\nrun();', { around })).length, 1);
  assert.equal(surroundingsRepeated(material('run();\nexport { first };', { around })).length, 1);
  assert.equal(surroundingsRepeated(material('const first = 1;\nconst second = 2;\nrun();', { around })).length, 1);
});

test('line ends that are written out are a fault where a backslash outside of texts means nothing', () => {
  const two = { code: 'const a = 1;\nconst b = 2;' };
  const signs = (code: string, language: string) => escapedLineEnds(material(code, { ...two, language })).length;
  assert.equal(signs('const a = 2;\\nconst b = 2;', 'typescript'), 1);
  const right = [
    ['return text.split(/\\r\\n|\\n/);', 'typescript'],
    ['lines = re.split(r"\\n", text)', 'python'],
    ['sed s/a/\\n/ file', 'shellscript'],
    ['text.split(/\\n/)', 'ruby'],
    ['use App\\network;', 'php'],
  ] as const;
  for (const [code, language] of right) assert.equal(signs(code, language), 0, code);
});
