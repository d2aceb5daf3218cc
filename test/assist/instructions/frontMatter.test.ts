import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFrontMatter } from '../../../src/assist/instructions/frontMatter.ts';

const fieldsOf = (...lines: readonly string[]) =>
  Object.fromEntries(readFrontMatter(['---', ...lines, '---', 'body'].join('\n')).fields);

test('texts with and without quotation marks, and comments behind them', () => {
  const fields = fieldsOf(
    "one: 'it''s'",
    'two: "a \\"b\\"\\nc" # said',
    'three: plain # not said',
    'four: a#b',
    'five:',
  );
  assert.deepEqual(fields, {
    one: ["it's"],
    two: ['a "b"\nc'],
    three: ['plain'],
    four: ['a#b'],
    five: [],
  });
});

test('lists in brackets, over several lines too, and in lines of their own', () => {
  const fields = fieldsOf('a: [x, "y, z"]', 'b:', '  [one,', '   two]', 'c:', '- 1', '-   "2"', 'd: [', '  p', ']');
  assert.deepEqual(fields, { a: ['x', 'y, z'], b: [], c: ['1', '2'], d: ['p'] });
});

test('texts of several lines', () => {
  assert.deepEqual(fieldsOf('a: |', '  one', '  two', 'b: >-', '  one', '  two', 'c: one', '  two'), {
    a: ['one\ntwo'],
    b: ['one two'],
    c: ['one two'],
  });
});

test('a key counts in upper and lower case alike, and of one that stands twice the last', () => {
  assert.deepEqual(fieldsOf('ApplyTo: a', 'applyTo: b'), { applyto: ['b'] });
});

test('what does not end is no front matter', () => {
  const written = `---\napplyTo: a\n${'x: y\n'.repeat(300)}`;
  assert.deepEqual(readFrontMatter(written), { fields: new Map(), body: written });
});

test('a text without one is all body, but for its byte order mark', () => {
  assert.equal(readFrontMatter('\ufeff# Title\n').body, '# Title\n');
});

test('a list that looks as if it held quotation marks comes to an end', () => {
  assert.doesNotThrow(() => fieldsOf('a: "a\\"[",b', 'b: "a",["', "c: 'a', 'b"));
});
