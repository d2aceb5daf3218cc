import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LocalServers } from '../../../src/core/model/localServers.ts';
import type { Confirmation } from '../../../src/interaction/platform/user.ts';
import { createConsent } from '../../../src/interaction/targets/consent.ts';
import { serversOf } from '../../support/localServers.ts';
import { MemoryMemento } from '../../support/memoryMemento.ts';
import { VirtualClock } from '../../support/virtualClock.ts';

const ollama = { origin: 'http://127.0.0.1:11434', loopback: true };
const studio = { origin: 'http://localhost:1234', loopback: true };
const far = { origin: 'https://api.anthropic.com', loopback: false };

/** A window on this machine; `says` answers its boxes in turn, the last answer for ever. */
function world(says: readonly boolean[], servers: LocalServers = serversOf(), memento = new MemoryMemento()) {
  const asked: Confirmation[] = [];
  const place = { workspace: 'shop' };
  const consent = createConsent({
    memento,
    clock: new VirtualClock(),
    workspace: () => place.workspace,
    servers,
    ask: confirmation => Promise.resolve(says[Math.min(asked.push(confirmation), says.length) - 1] ?? false),
  });
  return { consent, asked, place, memento };
}

test('loopback is no consent: a server on this machine is asked for', async () => {
  const { consent, asked } = world([false]);
  assert.equal(consent.isConfirmed(ollama), false);
  assert.equal(await consent.confirm([ollama]), false);
  assert.equal(consent.isConfirmed(ollama), false);
  assert.match(asked[0]?.question ?? '', /on this machine, 127\.0\.0\.1:11434\?/);
  assert.match(asked[0]?.detail ?? '', /code you selected.*Whatever program listens there receives it/s);
});

test('a yes holds for the port, in every workspace and window', async () => {
  const { consent, asked, place, memento } = world([true]);
  await consent.confirm([ollama]);
  place.workspace = 'bank';
  assert.equal(await consent.confirm([ollama]), true);
  assert.equal(await world([false], serversOf(), memento).consent.confirm([ollama]), true);
  assert.equal(asked.length, 1);
});

test('a yes for one port says nothing about another', async () => {
  const { consent, asked } = world([true, false]);
  await consent.confirm([ollama]);
  assert.equal(await consent.confirm([studio]), false);
  assert.equal(asked.length, 2);
});

test('localhost and 127.0.0.1 are the same port', async () => {
  const { consent } = world([true]);
  await consent.confirm([ollama]);
  assert.equal(consent.isConfirmed({ origin: 'http://localhost:11434', loopback: true }), true);
});

test('the record carries its version, the time, and who ran the server', async () => {
  const { consent, memento } = world([true], serversOf({ 11434: [1_000] }));
  await consent.confirm([ollama]);
  assert.deepEqual(memento.get('localConsent'), {
    11434: { version: 1, at: Date.UTC(2026, 0, 1) + 1_000, owners: [1_000] },
  });
});

test('who runs the server is said when it is another user', async () => {
  const own = world([true], serversOf({ 11434: [1_000] }));
  await own.consent.confirm([ollama]);
  assert.doesNotMatch(own.asked[0]?.detail ?? '', /another user of/);
  const { consent, asked } = world([true], serversOf({ 11434: [1_000, 1_007] }));
  await consent.confirm([ollama]);
  assert.match(
    asked[0]?.detail ?? '',
    /^The server at 127\.0\.0\.1:11434 is run by another user of this machine: user1007\./,
  );
});

test('another owner than at the yes is asked for again, the same one never', async () => {
  const owners: Record<number, readonly number[]> = { 11434: [1_000] };
  const { consent, asked } = world([true, false, true], serversOf(owners));
  await consent.confirm([ollama]);
  owners[11434] = [1_007];
  assert.equal(await consent.confirm([ollama]), false);
  assert.equal(consent.isConfirmed(ollama), false);
  assert.equal(await consent.confirm([ollama]), true);
  assert.equal(await consent.confirm([ollama]), true);
  assert.equal(asked.length, 3);
});

test('who joins the port beside the known owner is asked for', async () => {
  const owners: Record<number, readonly number[]> = { 11434: [999] };
  const { consent, asked } = world([true, false], serversOf(owners));
  await consent.confirm([ollama]);
  owners[11434] = [999, 1_007];
  assert.equal(await consent.confirm([ollama]), false);
  assert.equal(asked.length, 2);
});

test('a yes while nobody was seen listening holds for the user’s own server only', async () => {
  const owners: Record<number, readonly number[]> = { 11434: [] };
  const { consent, asked } = world([true, false], serversOf(owners));
  await consent.confirm([ollama]);
  owners[11434] = [1_000];
  assert.equal(await consent.confirm([ollama]), true);
  owners[11434] = [1_007];
  assert.equal(await consent.confirm([ollama]), false);
  assert.equal(asked.length, 2);
});

test('where the system does not tell owners, the port is what counts', async () => {
  const { consent, asked } = world([true], serversOf({}, { self: undefined as never }));
  await consent.confirm([ollama]);
  assert.equal(await consent.confirm([ollama]), true);
  assert.equal(asked.length, 1);
});

test('in a remote window on a machine of several people the question says so', async () => {
  const shared = serversOf({}, { isRemote: () => true, hasOtherPeople: () => Promise.resolve(true) });
  const said = async (servers: LocalServers) => {
    const { consent, asked } = world([true], servers);
    await consent.confirm([ollama]);
    return asked[0]?.detail.includes('other people use too');
  };
  assert.equal(await said(shared), true);
  assert.equal(await said({ ...shared, isRemote: () => false }), false);
  assert.equal(await said({ ...shared, hasOtherPeople: () => Promise.resolve(false) }), false);
});

test('what was picked in Detect Local Models is agreed to, unless somebody else runs it', async () => {
  const { consent, asked } = world([false], serversOf({ 11434: [1_000], 1234: [1_007] }));
  await consent.chose([ollama, studio]);
  assert.deepEqual([consent.isConfirmed(ollama), consent.isConfirmed(studio)], [true, false]);
  assert.equal(asked.length, 0);
});

test('who says no to a server here goes on with the others, and is not asked again in this window', async () => {
  const { consent, asked } = world([true, false]);
  assert.equal(await consent.confirm([far, ollama]), true);
  assert.equal(await consent.confirm([far, ollama]), true);
  assert.deepEqual([consent.isConfirmed(ollama), asked.length], [false, 2]);
});

test('records that are none, or of an older wording, do not count', async () => {
  const { consent, memento } = world([false]);
  for (const record of [
    true,
    { version: 0, at: 1, owners: [] },
    { version: 1, at: 1 },
    { version: 1, owners: ['x'] },
  ]) {
    await memento.update('localConsent', { 11434: record });
    assert.equal(consent.isConfirmed(ollama), false, JSON.stringify(record));
  }
});

test('forgetting takes these yeses back too', async () => {
  const { consent } = world([true]);
  await consent.confirm([ollama, far]);
  assert.equal(await consent.forget(), 2);
  assert.equal(consent.isConfirmed(ollama), false);
});
