import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inShort } from '../../../scripts/lanes/inShort.ts';

test('what failed is told in one line by name, place and reason', () => {
  const error = new Error('Expected values to be strictly equal:\n\n1 !== 2\n');
  assert.equal(
    inShort({ name: 'counts', place: 'test/counts.test.ts', error }),
    'counts (test/counts.test.ts): Expected values to be strictly equal: 1 !== 2',
  );
});

test('a reason that is no error, a place that nobody knows and an empty reason are told as they are', () => {
  assert.equal(inShort({ name: 'counts', place: '', error: 'no badge' }), 'counts: no badge');
  assert.equal(inShort({ name: 'counts', place: '', error: new Error('') }), 'counts');
});

test('a reason as long as a page is cut', () => {
  assert.equal(inShort({ name: 'counts', place: '', error: 'x'.repeat(10_000) }).length, 201);
});
