import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namesForm, writtenNames } from '../../../src/assist/names/namesForm.ts';

const names = (text: string): readonly string[] => writtenNames(text, 'old').map(({ name }) => name);

test('names come in the form that was asked for, and in plainer ones', () => {
  for (const value of [{ names: [{ name: 'a' }] }, [{ name: 'a', reason: 'b' }], ['a'], { newName: 'a' }, { old: 'a' }])
    assert.deepEqual(names(JSON.stringify(value)), ['a']);
});

test('what is no form of names is asked for again', () => {
  assert.equal(namesForm.check({ names: [{ name: 'a', reason: 'b' }] }), undefined);
  for (const value of [{}, [], 'a', null, { names: [] }, { old: 'a' }]) assert.ok(namesForm.check(value));
  assert.deepEqual(names(namesForm.predefined), []);
});

test('a list in words has its names and reasons', () => {
  assert.deepEqual(writtenNames('Here:\n\n1. **`a`**: first\n- `b` – second\nUse `c`.', 'old'), [
    { name: 'a', reason: 'first' },
    { name: 'b', reason: 'second' },
  ]);
});
