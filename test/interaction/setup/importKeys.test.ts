import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importKeys } from '../../../src/interaction/setup/importKeys.ts';
import { originsOf } from '../../support/memorySecrets.ts';
import { canary, setupWorld } from './setupWorld.ts';

test('keys of the environment are offered by name and kept only when picked', async () => {
  const environment = { ANTHROPIC_API_KEY: canary, OPENAI_API_KEY: `${canary}2`, OTHER_API_KEY: canary };
  const house = { ...setupWorld({ picks: ['OPENAI_API_KEY'] }), environment };
  await importKeys(house);
  assert.deepEqual(house.user.lists, [['ANTHROPIC_API_KEY', 'OPENAI_API_KEY']]);
  assert.deepEqual(originsOf(house.keys), ['https://api.openai.com']);
  assert.ok(!house.user.saw.join().includes('canary'));
});

test('an environment without a usable key says what was looked for', async () => {
  const house = { ...setupWorld(), environment: { OPENAI_API_KEY: ' ' } };
  await importKeys(house);
  assert.match(house.user.saw[0] ?? '', /ANTHROPIC_API_KEY, OPENAI_API_KEY/);
});
