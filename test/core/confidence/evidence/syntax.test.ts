import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '../../../../src/libraries/parseCode.ts';
import { judge } from '../judged.ts';

const signsOf = async (language: string, code: string, answer: string) => {
  const { signs } = await judge(`\`\`\`\n${answer}\n\`\`\``, { language, code }, parse);
  return signs.filter(sign => !['unchanged', 'much-shorter'].includes(sign.code));
};

test('a part that cannot be parsed is not held against its answer', async () => {
  const signs = await signsOf('typescript', 'for (const a of b) {\n', 'for (const a of b.c) {');
  assert.deepEqual(
    signs.map(({ code, weight }) => [code, weight]),
    [
      ['balanced', 'good'],
      ['compared', 'good'],
    ],
  );
});

test('an answer that closes what the selection left open is doubted', async () => {
  const [sign] = await signsOf('typescript', 'for (const a of b) {\n', 'for (const a of b) {\n  c(a);\n}');
  assert.equal(sign?.code, 'unbalanced');
});

test('a method stays a method: a function in its place is doubted', async () => {
  const [sign] = await signsOf('typescript', '  f(): void {\n    g();\n  }\n', 'function f(): void {\n  h();\n}');
  assert.deepEqual(sign, { code: 'does-not-parse', weight: 'soft', facts: { line: 1, place: 'elsewhere' } });
});

test('says the line of the answer on which it fails, not that of the frame', async () => {
  const [sign] = await signsOf('typescript', '  f(): void {\n    g();\n  }\n', '  f(): void {\n    g(;\n  }');
  assert.deepEqual(sign, { code: 'does-not-parse', weight: 'hard', facts: { line: 2 } });
});

test('text is not taken for elements', async () => {
  const [sign] = await signsOf('typescriptreact', 'const a = 1;\n', 'The value is now 2');
  assert.equal(sign?.code, 'does-not-parse');
});

test('whole code in the place of a part is taken for what it is', async () => {
  assert.equal((await signsOf('python', '    return a\n', 'if a:\n    return b\nreturn c'))[0]?.code, 'parses');
});

test('what is put where nothing stood is at most doubted', async () => {
  assert.equal((await signsOf('typescript', '', 'case 1: }'))[0]?.weight, 'soft');
});

test('a parser that has no say says nothing against it', async () => {
  const { signs } = await judge('```ts\nconst b = ;\n```');
  assert.deepEqual(
    signs.filter(({ code }) => code !== 'compared'),
    [],
  );
});
