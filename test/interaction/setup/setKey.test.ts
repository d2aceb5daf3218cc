import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setKey } from '../../../src/interaction/setup/setKey.ts';
import { originsOf } from '../../support/memorySecrets.ts';
import type { Reply } from '../../support/scriptedUser.ts';
import { anthropic, canary, declared, setupWorld } from './setupWorld.ts';

test('a key is kept, and the chosen model becomes a target before the others of its server', async () => {
  const house = setupWorld({ picks: 'Anthropic' }, { types: canary }, { picks: 'claude-sonnet-5-5' });
  house.models[anthropic] = ['claude-sonnet-5-5', 'claude-haiku-5-5'];
  await setKey(house);
  assert.equal(await house.keys.keyFor({ origin: anthropic, auth: 'api-key' }), canary);
  assert.deepEqual(house.saved, [[[{ provider: 'anthropic', model: 'claude-sonnet-5-5' }], 'first']]);
});

test('nothing the user is shown holds any of the key', async () => {
  const house = setupWorld({ picks: 'Anthropic' }, { types: `${canary} ` }, { picks: 'claude-haiku-5-5' });
  house.models[anthropic] = ['claude-haiku-5-5'];
  await setKey(house);
  assert.ok(!JSON.stringify([house.user.saw, house.user.lists, house.saved]).includes('canary'));
});

test('turning away from the models keeps the key and leaves the targets as they are', async () => {
  const house = setupWorld({ picks: 'Anthropic' }, { types: canary }, 'turns away');
  house.models[anthropic] = ['claude-haiku-5-5'];
  await setKey(house);
  assert.deepEqual([originsOf(house.keys), house.saved], [[anthropic], []]);
});

test('the models that would be chosen automatically stand first, and no embeddings', async () => {
  const house = setupWorld({ picks: 'OpenAI' }, { types: canary }, 'turns away');
  house.models['https://api.openai.com'] = [
    'text-embedding-3',
    'gpt-5',
    'gpt-10',
    'gpt-6-luna',
    'gpt-6-astra',
    'whisper-1',
  ];
  await setKey(house);
  assert.deepEqual(house.user.lists[1], ['gpt-6-astra', 'gpt-6-luna', 'gpt-5', 'gpt-10', 'Another model…']);
});

test('what is obviously no key is refused with its reason while it is typed', async () => {
  const wrong = ['', `export OPENAI_API_KEY=${canary}`, `Bearer ${canary}`, 'sk-…abcd', 'sk-ключ', 'k'.repeat(5_000)];
  const house = setupWorld({ picks: 'Anthropic' }, ...wrong.map(types => ({ types })), 'turns away');
  await setKey(house);
  const said = house.user.saw.filter(
    line => !line.startsWith('API key for') && line !== 'Which provider or server is the API key for?',
  );
  assert.deepEqual([new Set(said).size, originsOf(house.keys)], [wrong.length, []]);
});

test('a key for an unknown host is kept only after the host was confirmed', async () => {
  const elsewhere: Reply[] = [{ picks: 'Another server…' }, { types: 'https://llm.example/v1' }];
  const wary = setupWorld(...elsewhere, { agrees: false });
  await setKey(wary);
  assert.ok(wary.user.saw.some(line => line.startsWith('Save an API key for llm.example?')));
  assert.deepEqual(originsOf(wary.keys), []);

  const bold = setupWorld(...elsewhere, { agrees: true }, { types: canary }, { picks: 'm' });
  bold.models['https://llm.example'] = ['m'];
  await setKey(bold);
  assert.deepEqual(originsOf(bold.keys), ['https://llm.example']);
  assert.deepEqual(bold.saved[0]?.[0], [
    { provider: 'openai-compatible', model: 'm', baseUrl: 'https://llm.example/v1' },
  ]);
});

test('of the address of a function the base URL is offered, and taken when it is picked', async () => {
  const replies: readonly Reply[] = [
    { picks: 'Another server…' },
    { types: 'https://llm.example/v1/chat/completions' },
    { picks: 'https://llm.example/v1' },
    { agrees: true },
    { types: canary },
    { picks: 'm' },
  ];
  const house = setupWorld(...replies);
  house.models['https://llm.example'] = ['m'];
  await setKey(house);
  assert.deepEqual(house.user.lists[1], ['https://llm.example/v1', 'https://llm.example/v1/chat/completions']);
  assert.equal(house.saved[0]?.[0][0]?.baseUrl, 'https://llm.example/v1');
});

test('an address that may not be used is refused while it is typed', async () => {
  const house = setupWorld({ picks: 'Another server…' }, { types: 'http://llm.example/v1' }, 'turns away');
  await setKey(house);
  assert.ok(
    house.user.saw.some(words => words.includes('unencrypted')),
    house.user.saw.join(),
  );
});

test('a button may name the origin it wants a key for, if it is a known one', async () => {
  const known = setupWorld({ types: canary }, 'turns away');
  known.models[anthropic] = ['claude-haiku-5-5'];
  await setKey(known, anthropic);
  assert.deepEqual(originsOf(known.keys), [anthropic]);

  for (const hostile of ['https://evil.example', { toString: () => anthropic }, null, 7]) {
    const house = setupWorld('turns away');
    await setKey(house, hostile);
    assert.deepEqual(house.user.saw, ['Which provider or server is the API key for?']);
  }
});

test('a button may name the target whose key is wanted', async () => {
  const house = setupWorld({ types: canary }, { picks: 'm' });
  house.listed.push(
    ...declared({ provider: 'openai-compatible', baseUrl: 'http://127.0.0.1:4000/v1', model: 'm', auth: 'bearer' }),
  );
  house.models['http://127.0.0.1:4000'] = ['m'];
  await setKey(house, '127.0.0.1:4000/m');
  assert.deepEqual(originsOf(house.keys), ['http://127.0.0.1:4000']);
});

test('servers of listed targets that want a key are offered too, each once', async () => {
  const house = setupWorld('turns away');
  const remote = { provider: 'openai-compatible', baseUrl: 'https://llm.example/v1' };
  house.listed.push(
    ...declared({ ...remote, model: 'a' }, { ...remote, model: 'b' }, { provider: 'anthropic', model: 'c' }),
  );
  await setKey(house);
  assert.deepEqual(house.user.lists[0], ['Anthropic', 'OpenAI', 'OpenAI-compatible', 'Another server…']);
});

test('a second key is added beside the first, by a name, and used after it', async () => {
  const house = setupWorld(
    { picks: 'Anthropic' },
    { picks: 'Add another key…' },
    { types: ' team ' },
    { types: `${canary}2` },
  );
  house.models[anthropic] = ['claude-haiku-5-5'];
  await house.keys.set(anthropic, canary);
  await setKey(house);
  assert.deepEqual(
    house.keys.kept().map(({ name }) => name),
    ['', 'team'],
  );
  assert.equal(await house.keys.keyFor({ origin: anthropic, auth: 'api-key', keyNames: ['team'] }), `${canary}2`);
  assert.match(house.user.saw.at(-1) ?? '', /“team” for api\.anthropic\.com is saved. It is used when a key before it/);
  assert.deepEqual([house.saved, house.user.unused], [[], []]);
});

test('the saved key is replaced when that is picked, and a named one by its name', async () => {
  const house = setupWorld({ picks: 'Anthropic' }, { picks: 'Replace the key “team”' }, { types: `${canary}3` });
  house.models[anthropic] = ['claude-haiku-5-5'];
  await house.keys.set(anthropic, canary);
  await house.keys.set(anthropic, `${canary}2`, 'team');
  await setKey(house);
  assert.equal(await house.keys.keyFor({ origin: anthropic, auth: 'api-key', keyNames: ['team'] }), `${canary}3`);
  assert.deepEqual(house.user.lists[1], ['Replace the saved key', 'Replace the key “team”', 'Add another key…']);
});

test('what cannot be a name is refused while it is typed: a key above all, which is repeated nowhere', async () => {
  const wrong = ['', 'team', 'a/b', '-x', 'n'.repeat(25), canary, `${canary}abcdefghijklmnopqrstuvwxyz`];
  const house = setupWorld(
    { picks: 'Anthropic' },
    { picks: 'Add another key…' },
    ...wrong.map(types => ({ types })),
    'turns away',
  );
  house.models[anthropic] = ['claude-haiku-5-5'];
  await house.keys.set(anthropic, canary);
  await house.keys.set(anthropic, canary, 'team');
  await setKey(house);
  assert.deepEqual([house.keys.kept().length, house.user.unused], [2, []]);
  assert.ok(house.user.saw.includes('This looks like an API key. Type a name; the key is asked for next.'));
  assert.ok(!JSON.stringify([house.user.saw, house.user.lists]).includes('canary'));
});
