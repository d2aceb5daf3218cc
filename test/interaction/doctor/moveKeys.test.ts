import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moveKeys } from '../../../src/interaction/doctor/moveKeys.ts';
import type { WrittenSettings } from '../../../src/interaction/doctor/found/writtenKeys.ts';
import { createKeys } from '../../../src/interaction/targets/keyStore.ts';
import { knowledge } from '../../support/knowledge.ts';
import { MemoryMemento } from '../../support/memoryMemento.ts';
import { MemorySecrets } from '../../support/memorySecrets.ts';
import { ScriptedUser, type Reply } from '../../support/scriptedUser.ts';
import { VirtualClock } from '../../support/virtualClock.ts';

const entry = { provider: 'openai-compatible', model: 'one', baseUrl: 'https://api.example.com/v1' };
const origin = 'https://api.example.com';
const target = { origin, auth: 'bearer' } as const;

function world(targets: readonly unknown[], ...replies: readonly Reply[]) {
  const user = new ScriptedUser(...replies);
  const secrets = new MemorySecrets();
  const keys = createKeys(secrets, new MemoryMemento(), new VirtualClock());
  const settings = { targets, canWrite: true };
  const written = (): readonly WrittenSettings[] => [
    { section: 'steadfast', scope: 'user', value: { targets: settings.targets } },
  ];
  const writeTargets = (_place: WrittenSettings, now: readonly unknown[]): Promise<void> => {
    if (!settings.canWrite) return Promise.reject(new Error('the file has unsaved changes: practice-key'));
    settings.targets = now;
    return Promise.resolve();
  };
  return { user, secrets, keys, settings, move: () => moveKeys({ user, keys, knowledge, written, writeTargets }) };
}

test('a key is stored and then taken out of the settings, and the question says what follows', async () => {
  const { user, keys, settings, move } = world([{ ...entry, apiKey: 'practice-key' }], { agrees: true });
  await move();
  assert.equal(await keys.keyFor(target), 'practice-key');
  assert.deepEqual(settings.targets, [entry]);
  assert.match(
    user.saw[0] ?? '',
    /^Move the API keys out of the settings\? Found in the settings for: api\.example\.com\./,
  );
  assert.equal(user.saw[1], 'Moved from the settings to secret storage: API keys for api.example.com.');
});

test('after a no nothing has changed', async () => {
  const targets = [{ ...entry, apiKey: 'practice-key' }];
  const { keys, settings, move } = world(targets, { agrees: false });
  await move();
  assert.deepEqual([settings.targets, keys.kept()], [targets, []]);
});

test('a key that cannot be stored stays in the settings', async () => {
  const targets = [{ ...entry, apiKey: 'practice-key' }];
  const { user, secrets, settings, move } = world(targets, { agrees: true });
  secrets.mood = 'broken';
  await move();
  assert.deepEqual(settings.targets, targets);
  assert.match(user.saw[1] ?? '', /could not be saved, so it stays in the settings/);
});

test('settings that cannot be written keep the key, which is stored by then, and the person is told to remove it', async () => {
  const { user, keys, settings, move } = world([{ ...entry, apiKey: 'practice-key' }], { agrees: true });
  settings.canWrite = false;
  await move();
  assert.equal(await keys.keyFor(target), 'practice-key');
  assert.match(user.saw[1] ?? '', /could not remove them from the settings\. Remove them there yourself/);
  assert.ok(user.saw.every(said => !said.includes('practice-key')));
});

test('a key that is saved already is not replaced: the one from the settings stands beside it', async () => {
  const { keys, move } = world([{ ...entry, apiKey: 'practice-key' }], { agrees: true });
  await keys.set(origin, 'the-one-before');
  await move();
  assert.equal(await keys.keyFor(target), 'the-one-before');
  assert.deepEqual(
    keys.kept().map(({ name }) => name),
    ['', 'from settings'],
  );
});

test('one key in two entries is stored once, and two keys of one server both are', async () => {
  const both = ['practice-key', 'practice-key', 'another-key'].map(apiKey => ({ ...entry, apiKey }));
  const { keys, settings, move } = world(both, { agrees: true });
  await move();
  assert.equal(keys.kept().length, 2);
  assert.deepEqual(settings.targets, [entry, entry, entry]);
});

test('what was changed while the question was open is kept', async () => {
  const { user, settings, move } = world([{ ...entry, apiKey: 'practice-key' }], { agrees: true });
  const confirm = user.confirm;
  const added = { ...entry, model: 'added meanwhile' };
  Object.assign(user, {
    confirm: (asked: Parameters<typeof confirm>[0]) => {
      settings.targets = [added, ...settings.targets];
      return confirm(asked);
    },
  });
  await move();
  assert.deepEqual(settings.targets, [added, entry]);
});

test('with nothing to move that is said, and nothing is asked', async () => {
  const { user, move } = world([entry, 'odd', null]);
  await move();
  assert.deepEqual(user.saw, ['There is no API key in the Steadfast settings that can be moved to secret storage.']);
});
