import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ofKey, withEachKey } from '../../../src/core/model/target.ts';
import { targetOf } from '../../support/scripted.ts';

test('each of several keys is a target of its own, in their order', () => {
  const each = withEachKey(targetOf('a', { keyNames: ['', 'team'] })).map(({ keyNames }) => keyNames);
  assert.deepEqual(each, [[''], ['team']]);
});

test('a target with one key or none is itself', () => {
  const targets = [targetOf('a'), targetOf('a', { keyNames: ['team'] })];
  assert.deepEqual(
    targets.map(withEachKey),
    targets.map(target => [target]),
  );
});

test('a limit of the key without a name is that of the target, of another key it is its own', () => {
  const owners = [[], [''], ['team'], ['other']].map(keyNames => ofKey('a', { keyNames }));
  assert.equal(owners[0], 'a');
  assert.equal(new Set(owners).size, 3);
});

test('a target whose id ends as another one’s key is called has limits of its own', () => {
  assert.notEqual(ofKey('a team', { keyNames: [''] }), ofKey('a', { keyNames: ['team'] }));
});
