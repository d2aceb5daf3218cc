import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { parseJson } from '../../../src/core/shared/parseJson.ts';

const nested = (depth: number, inside: string): string => '['.repeat(depth) + inside + ']'.repeat(depth);
const long = JSON.stringify('a'.repeat(2_000));
const listOf = (values: number): string => `[${'1,'.repeat(values - 1)}1]`;

suite('JSON that others wrote', () => {
  test('is read when it nests 64 deep, and is undefined when deeper', () => {
    assert.deepEqual(
      [64, 65].map(depth => parseJson(nested(depth, long)) !== undefined),
      [true, false],
    );
  });

  test('is undefined when it holds more values than are read', () => {
    assert.deepEqual(
      [800, 900].map(values => parseJson(listOf(values), 800) !== undefined),
      [true, false],
    );
  });

  test('may hold every sign in its texts', () => {
    const text = '[{,"\\'.repeat(500);
    assert.equal(parseJson(JSON.stringify(text), 100), text);
  });

  test('is undefined when it is none', () => {
    assert.deepEqual(
      ['', '{', `[${'a,'.repeat(2_000)}`, `"${'a'.repeat(2_000)}`, `"${'\\'.repeat(2_001)}`].filter(
        text => parseJson(text) !== undefined,
      ),
      [],
    );
  });
});
