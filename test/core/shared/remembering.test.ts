import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remembering } from '../../../src/core/shared/remembering.ts';

test('what is asked for again is worked out once', () => {
  const worked: string[] = [];
  const lengthOf = remembering((text: string) => {
    worked.push(text);
    return text.length;
  });
  assert.deepEqual([lengthOf('ab'), lengthOf(''), lengthOf('ab'), lengthOf('')], [2, 0, 2, 0]);
  assert.deepEqual(worked, ['ab', '']);
});
