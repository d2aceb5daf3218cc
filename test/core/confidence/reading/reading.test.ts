import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCode } from '../../../../src/core/confidence/reading/reading.ts';

const read = (text: string, language = 'typescript', code = 'let a = 1;\n') =>
  readCode(text, { form: 'code', language, code });
const codeIn = (text: string, language?: string, code?: string) => {
  const reading = read(text, language, code);
  return reading.is === 'code' ? reading.code : reading.is;
};

test('prose is no code', () => {
  assert.equal(codeIn('You should use const here.'), 'no-code');
  assert.equal(codeIn('The function now returns (a + b) instead.'), 'no-code');
  assert.equal(codeIn('Done'), 'no-code');
  assert.equal(codeIn("I can't do that"), 'no-code');
  assert.equal(codeIn('Sure! Use `const`:\nconst a = 1;\nThat keeps anybody from changing it.'), 'no-code');
});

test('code without a fence is code when nothing in it reads like a sentence', () => {
  assert.equal(codeIn('const a = 1;'), 'const a = 1;\n');
  assert.equal(
    codeIn('npm ci\nnpm run build all now', 'shellscript', 'npm install\n'),
    'npm ci\nnpm run build all now\n',
  );
});

test('a text without a fence is never taken for the text to put in', () => {
  assert.equal(codeIn('# Title (new)', 'markdown'), 'no-code');
});

test('a fence around a fence is one fence', () => {
  assert.equal(codeIn('````\n```ts\nconst a = 1;\n```\n````'), 'const a = 1;\n');
  assert.equal(codeIn('```\n```ts\nconst a = 1;\n```\n```'), 'const a = 1;\n');
});

test('a fence that the selection itself began with stays', () => {
  assert.equal(codeIn('````md\n```ts\nb\n```\n````', 'markdown', '```ts\na\n```\n'), '```ts\nb\n```\n');
});

test('of several blocks the only one in the right language is meant', () => {
  assert.equal(codeIn('```ts\nconst a = 1;\n```\nRun it:\n```sh\nnpm start\n```'), 'const a = 1;\n');
});

test('between two blocks in the right language nobody chooses', () => {
  assert.equal(codeIn('```ts\na\n```\nor\n```ts\nb\n```'), 'several');
});

test('the same block twice is one', () => {
  assert.equal(codeIn('```ts\na\n```\nAgain:\n```ts\na\n```'), 'a\n');
});

test('a patch is not the code', () => {
  assert.equal(codeIn('```diff\n-a\n+b\n```'), 'diff');
});
