import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newErrorSigns } from '../../../src/interaction/edits/newErrorSigns.ts';

const replacement = 'function b() {\n  lost();\n}\n';
const text = `function a() {\n  b();\n}\n${replacement}a(1);\n`;
const told = (line: number) => newErrorSigns([{ line, message: 'M' }], { replacement }, text)[0];

test('a new error is a fact at the line of the answer that it stands at', () => {
  assert.deepEqual(told(5), { code: 'new-error', weight: 'fact', facts: { message: 'M', line: 2 } });
  assert.deepEqual([told(4)?.facts['line'], told(6)?.facts['line']], [1, 3]);
});

test('of an error elsewhere in the file no line of the answer is told', () => {
  for (const line of [1, 3, 7]) assert.deepEqual(told(line)?.facts, { message: 'M' });
});

test('where the answer stands several times no line is told, for it would be a guess', () => {
  const twice = newErrorSigns([{ line: 2, message: 'M' }], { replacement }, replacement + replacement);
  assert.deepEqual(twice[0]?.facts, { message: 'M' });
});
