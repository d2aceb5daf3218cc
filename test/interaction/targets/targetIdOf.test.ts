import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineOfTarget, targetIdOf } from '../../../src/interaction/targets/targetIdOf.ts';

test('a command takes the id of a target, or the very line of a view that is about it', () => {
  const line = lineOfTarget({ label: 'Claude' }, 'claude');
  assert.deepEqual([targetIdOf('claude'), targetIdOf(line)], ['claude', 'claude']);
});

test('what others make up is about no target, however it looks', () => {
  const line = lineOfTarget({ label: 'Claude' }, 'claude');
  for (const argument of [{ target: 'claude' }, { ...line }, ['claude'], { id: 'claude' }, null, undefined, 1])
    assert.equal(targetIdOf(argument), undefined);
});
