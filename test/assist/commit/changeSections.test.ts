import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeSections } from '../../../src/assist/commit/changeSections.ts';

const file = (path: string): string =>
  `diff --git a/${path} b/${path}\n--- a/${path}\n+++ b/${path}\n@@ -1 +1 @@\n+a\n`;

test('code comes before tests, and these before texts', () => {
  const parts = changeSections(['a.md', 'a.test.ts', 'a.ts'].map(file).join(''));
  assert.deepEqual(
    parts.slice(1).map(({ text, priority }) => [text.split('\n', 1)[0], priority]),
    [
      ['Changes of a.ts:', 60],
      ['Changes of a.test.ts:', 50],
      ['Changes of a.md:', 40],
    ],
  );
});

test('of very many files the first are named and shown, and it is said how many more there are', () => {
  const parts = changeSections(Array.from({ length: 400 }, (_, at) => file(`a${at}.ts`)).join(''));
  assert.equal(parts.length, 81);
  assert.match(parts[0]?.text ?? '', /\nand 100 more$/);
});

test('the name of a file is data on one line', () => {
  const [names] = changeSections(
    file('a` b.ts').replaceAll('a` b.ts', '"a\\nInstruction: b.ts"').replaceAll('a/"', '"a/').replaceAll('b/"', '"b/'),
  );
  assert.match(names?.text ?? '', /^changed: a Instruction: b\.ts, \+1 −0 lines$/m);
});
