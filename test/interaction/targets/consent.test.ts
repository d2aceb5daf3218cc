import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createConsent } from '../../../src/interaction/targets/consent.ts';
import type { Confirmation } from '../../../src/interaction/platform/user.ts';
import { VirtualClock } from '../../support/virtualClock.ts';
import { serversOf } from '../../support/localServers.ts';
import { MemoryMemento } from '../../support/memoryMemento.ts';

const anthropic = { origin: 'https://api.anthropic.com', loopback: false };
const openai = { origin: 'https://api.openai.com', loopback: false };

function world(says: boolean) {
  const memento = new MemoryMemento();
  const asked: Confirmation[] = [];
  const place = { workspace: 'shop' };
  const consent = createConsent({
    memento,
    clock: new VirtualClock(),
    workspace: () => place.workspace,
    servers: serversOf(),
    ask: confirmation => {
      asked.push(confirmation);
      return Promise.resolve(says);
    },
  });
  return { consent, asked, place, memento };
}

test('nothing is confirmed until the user has said so', async () => {
  const { consent } = world(true);
  assert.equal(consent.isConfirmed(anthropic), false);
  assert.equal(await consent.confirm([anthropic]), true);
  assert.equal(consent.isConfirmed(anthropic), true);
});

test('the question names every host once, and what is sent', async () => {
  const { consent, asked } = world(true);
  await consent.confirm([anthropic, openai, anthropic]);
  assert.match(asked[0]?.question ?? '', /api\.anthropic\.com, api\.openai\.com\?$/);
  assert.match(asked[0]?.detail ?? '', /code you selected/);
});

test('a yes is asked for once', async () => {
  const { consent, asked } = world(true);
  await consent.confirm([anthropic]);
  await consent.confirm([anthropic]);
  assert.equal(asked.length, 1);
});

test('a no confirms nothing, and the next question asks again', async () => {
  const { consent, asked } = world(false);
  assert.equal(await consent.confirm([anthropic]), false);
  assert.equal(consent.isConfirmed(anthropic), false);
  await consent.confirm([anthropic]);
  assert.equal(asked.length, 2);
});

test('a yes for one workspace says nothing about another', async () => {
  const { consent, place } = world(true);
  await consent.confirm([anthropic]);
  place.workspace = 'bank';
  assert.equal(consent.isConfirmed(anthropic), false);
});

test('two questions at once show one box', async () => {
  const { consent, asked } = world(true);
  await Promise.all([consent.confirm([anthropic]), consent.confirm([anthropic])]);
  assert.equal(asked.length, 1);
});

test('a box that breaks is no yes, and the next question asks again', async () => {
  const memento = new MemoryMemento();
  let isBroken = true;
  const ask = () => (isBroken ? Promise.reject(new Error('no window')) : Promise.resolve(true));
  const workspace = () => 'shop';
  const consent = createConsent({ memento, clock: new VirtualClock(), workspace, servers: serversOf(), ask });
  await assert.rejects(consent.confirm([anthropic]), /no window/);
  isBroken = false;
  assert.equal(await consent.confirm([anthropic]), true);
});

test('the record carries its version and the time', async () => {
  const { consent, memento } = world(true);
  await consent.confirm([anthropic]);
  const records: Readonly<Record<string, unknown>> = memento.get('consent');
  assert.deepEqual(records['https://api.anthropic.com shop'], { version: 1, at: Date.UTC(2026, 0, 1) + 1_000 });
});

test('a yes to an older wording, or a record that is none, does not count', async () => {
  const { consent, memento } = world(true);
  await memento.update('consent', {
    'https://api.anthropic.com shop': { version: 0, at: 1 },
    'https://api.openai.com shop': true,
  });
  assert.deepEqual([consent.isConfirmed(anthropic), consent.isConfirmed(openai)], [false, false]);
});

test('forgetting takes every yes back', async () => {
  const { consent } = world(true);
  await consent.confirm([anthropic, openai]);
  assert.equal(await consent.forget(), 2);
  assert.equal(consent.isConfirmed(anthropic), false);
});

test('a server on this machine is asked for in a box of its own', async () => {
  const { consent, asked } = world(true);
  assert.equal(await consent.confirm([anthropic, { origin: 'http://127.0.0.1:11434', loopback: true }]), true);
  assert.deepEqual(
    asked.map(({ question }) => question),
    ['Send code from this workspace to api.anthropic.com?', 'Send code to a server on this machine, 127.0.0.1:11434?'],
  );
});

test('the question names the models that the user knows, each once', async () => {
  const { consent, asked } = world(true);
  const named = { ...anthropic, label: 'Claude' };
  const here = { origin: 'http://127.0.0.1:11434', loopback: true, label: 'Small one' };
  await consent.confirm([named, { ...openai, label: 'GPT' }, named, here]);
  assert.deepEqual(
    asked.map(({ detail }) => detail?.split('\n')[0]),
    ['Models: Claude, GPT.', 'Models: Small one.'],
  );
});

test('a look asks nobody, and tells when another user has taken the port of a server that was agreed to', async () => {
  const owners: Record<number, readonly number[]> = { 1234: [1_000] };
  const here = { origin: 'http://127.0.0.1:1234', loopback: true };
  const consent = createConsent({
    memento: new MemoryMemento(),
    clock: new VirtualClock(),
    workspace: () => 'shop',
    servers: serversOf(owners),
    ask: () => assert.fail('nobody is to be asked'),
  });
  await consent.chose([here]);
  await consent.look([here, anthropic]);
  assert.equal(consent.isConfirmed(here), true);
  owners[1234] = [2_000];
  await consent.look([here]);
  assert.equal(consent.isConfirmed(here), false);
});
