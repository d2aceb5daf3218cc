import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importanceOf } from '../../../src/assist/commit/importance.ts';

const of = (path: string, isBinary = false) => importanceOf({ path, isBinary });

test('what nobody wrote says nothing of the reason', () => {
  const made = ['package-lock.json', 'a/Cargo.lock', 'go.sum', 'dist/a.js', 'a.min.js', 'api/a_pb2.py', 'vendor/a.go'];
  assert.deepEqual([...new Set(made.map(path => of(path)))], ['none']);
  assert.equal(of('a.png', true), 'none');
});

test('tests and texts are told from code', () => {
  assert.deepEqual(
    ['src/a.ts', 'a.test.ts', 'tests/a.py', 'test_a.py', 'README.md', 'a.yaml', 'latest.ts'].map(path => of(path)),
    [...['code', 'tests', 'tests', 'tests', 'texts', 'texts', 'code']],
  );
});
