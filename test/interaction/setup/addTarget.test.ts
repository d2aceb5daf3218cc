import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addTarget } from '../../../src/interaction/setup/addTarget.ts';
import type { Reply } from '../../support/scriptedUser.ts';
import { anthropic, canary, setupWorld } from './setupWorld.ts';

test('an address without a path may stay as it was typed', async () => {
  const bare = 'http://127.0.0.1:8080';
  const house = setupWorld(
    { picks: 'OpenAI-compatible' },
    { types: bare },
    { picks: bare },
    { picks: 'm' },
    'turns away',
  );
  house.models[bare] = ['m'];
  await addTarget(house);
  assert.deepEqual(house.user.lists[1], [`${bare}/v1`, bare]);
});

test('a target is added step by step', async () => {
  const house = setupWorld(
    { picks: 'OpenAI-compatible' },
    { types: 'https://llm.example/v1' },
    { picks: 'api-key' },
    { agrees: true },
    { types: canary },
    { picks: 'big' },
    { picks: 'Strong, for hard questions' },
  );
  house.models['https://llm.example'] = ['big'];
  await addTarget(house);
  const entry = {
    provider: 'openai-compatible',
    model: 'big',
    baseUrl: 'https://llm.example/v1',
    auth: 'api-key',
    class: 'complex',
  };
  assert.deepEqual(house.saved, [[[entry], 'last']]);
});

test('a target on this machine needs neither a key nor a confirmation', async () => {
  const house = setupWorld(
    { picks: 'OpenAI-compatible' },
    { types: 'http://127.0.0.1:11434/v1' },
    { picks: 'llama-4' },
    { picks: 'For most questions' },
  );
  house.models['http://127.0.0.1:11434'] = ['llama-4'];
  await addTarget(house);
  const entry = { provider: 'openai-compatible', model: 'llama-4', baseUrl: 'http://127.0.0.1:11434/v1' };
  assert.deepEqual([house.saved, house.user.unused], [[[[entry], 'last']], []]);
});

test('turning away at any step adds nothing', async () => {
  const steps: readonly Reply[] = [{ picks: 'Anthropic' }, { types: canary }, { picks: 'claude-haiku-5-5' }];
  for (const count of steps.keys()) {
    const house = setupWorld(...steps.slice(0, count), 'turns away');
    house.models[anthropic] = ['claude-haiku-5-5'];
    await addTarget(house);
    assert.deepEqual(house.saved, [], `after ${count} steps`);
  }
});
