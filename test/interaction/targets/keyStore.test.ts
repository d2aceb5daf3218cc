import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { Failure } from '../../../src/core/model/failure.ts';
import { createKeys } from '../../../src/interaction/targets/keyStore.ts';
import { VirtualClock } from '../../support/virtualClock.ts';
import { MemoryMemento } from '../../support/memoryMemento.ts';
import { MemorySecrets, originsOf } from '../../support/memorySecrets.ts';

const openai = { origin: 'https://api.openai.com', auth: 'bearer' } as const;
const canary = 'sk-canary-0123456789';

function world() {
  const secrets = new MemorySecrets();
  const memento = new MemoryMemento();
  const clock = new VirtualClock();
  return { secrets, memento, clock, keys: createKeys(secrets, memento, clock) };
}

const failsWith = (kind: string, code?: string) => (error: unknown) => {
  assert.ok(error instanceof Failure);
  assert.deepEqual([error.kind, error.details.code, error.details.sent], [kind, code, 'no']);
  return true;
};

test('a key is found for its own origin only', async () => {
  const { keys } = world();
  await keys.set(openai.origin, ` ${canary}\n`);
  assert.equal(await keys.keyFor(openai), canary);
  await assert.rejects(keys.keyFor({ ...openai, origin: 'https://evil.example' }), failsWith('no-key'));
});

test('which origins have keys is known without waiting, and the memento holds nothing of the key', async () => {
  const { keys, memento } = world();
  await keys.set(openai.origin, canary);
  assert.ok(keys.hasKey(openai.origin));
  assert.deepEqual(originsOf(keys), [openai.origin]);
  assert.ok(!memento.dump().includes('canary'));
});

test('a deleted key is gone', async () => {
  const { keys } = world();
  await keys.set(openai.origin, canary);
  await keys.delete(openai.origin);
  assert.ok(!keys.hasKey(openai.origin));
  await assert.rejects(keys.keyFor(openai), failsWith('no-key'));
});

test('an origin may have several keys, which are used in the order in which they were added', async () => {
  const { keys, memento } = world();
  await keys.set(openai.origin, canary);
  await keys.set(openai.origin, `${canary}-team`, 'team');
  await keys.set('https://api.anthropic.com', canary);
  await keys.set(openai.origin, `${canary}-a`, 'a');
  assert.deepEqual(keys.kept(), [
    { origin: 'https://api.anthropic.com', name: '' },
    ...['', 'team', 'a'].map(name => ({ origin: openai.origin, name })),
  ]);
  assert.equal(await keys.keyFor({ ...openai, keyNames: ['team'] }), `${canary}-team`);
  assert.equal(await keys.keyFor(openai), canary);
  assert.ok(!memento.dump().includes('canary'));
});

test('when the first key is removed the next one is the first', async () => {
  const { keys } = world();
  await keys.set(openai.origin, canary);
  await keys.set(openai.origin, `${canary}-team`, 'team');
  await keys.delete(openai.origin);
  assert.ok(keys.hasKey(openai.origin));
  assert.equal(await keys.keyFor(openai), `${canary}-team`);
});

test('a change of a key with a name is told by its origin', async () => {
  const { keys } = world();
  const told: string[] = [];
  keys.onDidChange(origin => told.push(origin));
  await keys.set(openai.origin, canary, 'my team');
  await setImmediate();
  assert.deepEqual(told, [openai.origin]);
});

test('all keys are deleted together', async () => {
  const { keys, secrets } = world();
  await keys.set(openai.origin, canary);
  await keys.set(openai.origin, canary, 'team');
  assert.equal(await keys.deleteAll(), 2);
  assert.deepEqual([await secrets.keys(), keys.kept()], [[], []]);
});

test('a target that needs no key never opens the key store', async () => {
  const { keys, secrets } = world();
  secrets.mood = 'broken';
  assert.equal(await keys.keyFor({ ...openai, auth: 'none' }), '');
});

test('a key store that does not answer holds nobody longer than three seconds', async () => {
  const { keys, secrets, clock } = world();
  secrets.mood = 'silent';
  const answer = assert.rejects(keys.keyFor(openai), failsWith('key-store', 'silent'));
  await clock.pass(3_000);
  await answer;
});

test('an answer of the key store leaves no timer behind', async () => {
  const { keys, clock } = world();
  await keys.set(openai.origin, canary);
  await keys.keyFor(openai);
  assert.equal(clock.waiting, 0);
});

test('a broken key store is a failure of its own, not a missing key', async () => {
  const { keys, secrets } = world();
  secrets.mood = 'broken';
  await assert.rejects(keys.keyFor(openai), failsWith('key-store'));
});

test('a key that the system has lost is told apart from one that was never set', async () => {
  const { keys, secrets } = world();
  await keys.set(openai.origin, canary);
  secrets.lose();
  await assert.rejects(keys.keyFor(openai), failsWith('no-key', 'lost'));
});

test('a key set in another window becomes known here', async () => {
  const { keys, secrets } = world();
  const changed: string[] = [];
  keys.onDidChange(origin => changed.push(origin));
  await secrets.store('key:https://api.anthropic.com', canary);
  await setImmediate();
  assert.deepEqual(changed, ['https://api.anthropic.com']);
  assert.ok(keys.hasKey('https://api.anthropic.com'));
});

test('who hears of a deleted key already finds it gone', async () => {
  const { keys } = world();
  await keys.set(openai.origin, canary);
  await setImmediate();
  const heard: boolean[] = [];
  keys.onDidChange(origin => heard.push(keys.hasKey(origin)));
  await keys.delete(openai.origin);
  await setImmediate();
  assert.deepEqual(heard, [false]);
});

test('deleting all keys also deletes those that only the key store knows of', async () => {
  const { keys, secrets } = world();
  await keys.set(openai.origin, canary);
  await secrets.store('key:https://other.example', canary);
  assert.equal(await keys.deleteAll(), 2);
  assert.deepEqual([await secrets.keys(), originsOf(keys)], [[], []]);
});

test('after its end nobody hears of changes', async () => {
  const { keys, secrets } = world();
  const changed: string[] = [];
  keys.onDidChange(origin => changed.push(origin));
  keys.dispose();
  await secrets.store(`key:${openai.origin}`, canary);
  await setImmediate();
  assert.deepEqual(changed, []);
});

test('whether the key store works is found out without a key, and a silent one is given up after three seconds', async () => {
  const { keys, secrets, clock } = world();
  assert.equal(await keys.tryStore(), undefined);
  secrets.mood = 'broken';
  await assert.rejects(keys.tryStore(), failsWith('key-store'));
  secrets.mood = 'silent';
  const trying = assert.rejects(keys.tryStore(), failsWith('key-store', 'silent'));
  await clock.pass(3_000);
  await trying;
});
