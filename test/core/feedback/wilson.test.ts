import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wilson } from '../../../src/core/feedback/wilson.ts';

test('the interval of eight good ones of ten is that of the textbook', () => {
  const { low, high } = wilson(8, 10);
  assert.deepEqual([low.toFixed(3), high.toFixed(3)], ['0.490', '0.943']);
});
