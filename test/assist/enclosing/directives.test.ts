import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCodeLines } from '../../../src/assist/enclosing/codeLines.ts';
import { atOnce } from '../../../src/core/shared/steps.ts';

const read = (...lines: readonly string[]): string =>
  atOnce(readCodeLines(lines.join('\n'), 'c')).code.replace(/\s/g, '');

test('of a condition its first branch is read alone', () => {
  assert.equal(read('#if A', 'a {', '#elif B', 'b {', '#else', 'c {', '#endif', 'd'), 'a{d');
});

test('of a condition that is never true the second branch is read', () => {
  assert.equal(read('#if 0', 'a', '#else', 'b', '#endif', 'c'), 'bc');
});

test('a condition in a branch that is not read is not read', () => {
  assert.equal(read('#if A', '#else', '#if B', 'b', '#endif', '#endif', 'c'), 'c');
});

test('a definition of several lines is left out as a whole', () => {
  assert.equal(read('#define A \\', '  a { \\', '  b', 'c'), 'c');
});
