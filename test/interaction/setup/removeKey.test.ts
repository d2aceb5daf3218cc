import assert from 'node:assert/strict';
import { test } from 'node:test';
import { removeKey } from '../../../src/interaction/setup/removeKey.ts';
import { anthropic, canary, setupWorld } from './setupWorld.ts';

test('a key with a name is removed by its name', async () => {
  const house = setupWorld({ picks: 'api.anthropic.com (“team”)' });
  await house.keys.set(anthropic, canary);
  await house.keys.set(anthropic, canary, 'team');
  await removeKey(house);
  assert.deepEqual(house.keys.kept(), [{ origin: anthropic, name: '' }]);
});

test('removing a key asks which one, and says so when there is none', async () => {
  const house = setupWorld({ picks: 'api.anthropic.com' });
  await house.keys.set(anthropic, canary);
  await removeKey(house);
  await removeKey(house);
  assert.deepEqual(house.user.saw.slice(-2), ['The API key for api.anthropic.com is removed.', 'No API key is saved.']);
});
