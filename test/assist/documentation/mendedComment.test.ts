import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mendedComment } from '../../../src/assist/documentation/mendedComment.ts';

const mended = (lines: readonly string[], language: string, head = '') => mendedComment(lines, { language, head });

test('types go from comments of TypeScript, braces within them too, and stay in JavaScript', () => {
  const lines = ['/**', ' * @param {{ a: {} }} b c', ' * @returns {string} d', ' * {@link e}', ' * @param {f', ' */'];
  assert.deepEqual(mended(lines, 'typescript'), [
    '/**',
    ' * @param b c',
    ' * @returns d',
    ' * {@link e}',
    ' * @param {f',
    ' */',
  ]);
  assert.deepEqual(mended(lines, 'javascript'), lines);
});

test('an end within the words is written otherwise, or the comment is not taken', () => {
  const lines = ['/**', ' * a/*/b', ' */'];
  assert.equal(mended(lines, 'typescript')[1], ' * a/*\\/b');
  assert.equal(mended(lines, 'java')[1], ' * a/*&#47;b');
  assert.deepEqual(mended(lines, 'cpp'), []);
});

test('in Go the name stands before a verb, and before nothing else', () => {
  assert.deepEqual(mended(['// Returns it.'], 'go', 'func (c *Cart) Total() int {'), ['// Total returns it.']);
  assert.deepEqual(mended(['// Holds it.'], 'go', 'type Cart struct {'), ['// Cart holds it.']);
  for (const line of ['// Total is it.', '// The sum.', '// Deprecated: use b.', '// Status codes.'])
    assert.deepEqual(mended([line], 'go', 'func Total() int {'), [line]);
});
