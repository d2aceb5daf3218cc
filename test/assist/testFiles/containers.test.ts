import assert from 'node:assert/strict';
import { test } from 'node:test';
import { atOnce } from '../../../src/core/shared/steps.ts';
import { readCodeLines } from '../../../src/assist/enclosing/codeLines.ts';
import { containersIn, isMember } from '../../../src/assist/testFiles/containers.ts';
import { nested } from '../../../src/assist/testFiles/topLevel.ts';

const found = (text: string, language: string): readonly string[] =>
  containersIn(nested(atOnce(readCodeLines(text, language)))).map(({ head, end }) => `${head}-${end}`);

test('groups of tests are found by language, those within another are not', () => {
  assert.deepEqual(found("describe('a', () => {\n  describe('b', () => {\n  });\n});\n", 'typescript'), ['0-3']);
  assert.deepEqual(found('class A:\n    def a(self):\n        pass\n\nx = 1\n', 'python'), ['0-3']);
  assert.deepEqual(found('mod a {\n}\n\n#[cfg(test)]\nmod tests {\n}\n', 'rust'), ['4-5']);
  assert.deepEqual(found('describe A do\n  it {}\nend\n', 'ruby'), ['0-2']);
});

test('one that does not end, or ends on its first line, is none', () => {
  assert.deepEqual(found('class A {\n', 'java'), []);
  assert.deepEqual(found('class A {}\n', 'java'), []);
});

test('a method is a member of a class, a class is none', () => {
  assert.deepEqual(
    ['void a() {', 'public final class A {', 'record A() {'].map(line => isMember('java', line)),
    [true, false, false],
  );
});
