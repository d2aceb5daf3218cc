import assert from 'node:assert/strict';
import { test } from 'node:test';
import { atOnce } from '../../../src/core/shared/steps.ts';
import { readCodeLines } from '../../../src/assist/enclosing/codeLines.ts';
import { itemsIn, nested } from '../../../src/assist/testFiles/topLevel.ts';

const items = (text: string, language: string): readonly string[] => {
  const read = nested(atOnce(readCodeLines(text, language)));
  return itemsIn(read, 0, read.code.lines.length - 1).map(({ from, to }) => `${from}-${to}`);
};

test('items are parted by empty lines, by what closes one, and by what begins alike', () => {
  assert.deepEqual(items("it('a', () => {\n\n});\nit('b', () => {});\nit('c', () => {});\n", 'typescript'), [
    '0-2',
    '3-3',
    '4-4',
  ]);
});

test('a comment and an annotation belong to what stands below them', () => {
  assert.deepEqual(items('// a\n@Test\nvoid a() {\n}\n\n@Test\nvoid b() {}\n', 'java'), ['0-3', '5-6']);
});

test('in Python a body goes on behind empty lines, and a text of several lines is one', () => {
  assert.deepEqual(items('@mark\ndef a():\n    b()\n\n    c = """\nd\n"""\n\n\ndef e():\n    pass\n', 'python'), [
    '0-6',
    '9-10',
  ]);
});

test('comments alone are no item', () => {
  assert.deepEqual(items('// a\n\n// b\n', 'typescript'), []);
});
