import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../../src/core/model/failure.ts';
import { createServerProbes } from '../../src/composition/doctorProbes.ts';
import { createKeys } from '../../src/interaction/targets/keyStore.ts';
import { systemClock as clock } from '../../src/libraries/systemClock.ts';
import { startPeer, type PeerReply } from '../providers/wire.ts';
import { MemoryMemento } from '../support/memoryMemento.ts';
import { MemorySecrets } from '../support/memorySecrets.ts';
import { targetOf } from '../support/scripted.ts';

const json = { 'content-type': 'application/json' };
const list = '{"data":[{"id":"one"},{"id":"two"}]}';

/** What a server that replies so is found to be; with a key that is saved for it. */
async function ask(reply: PeerReply, signal = new AbortController().signal) {
  const peer = await startPeer(reply);
  const keys = createKeys(new MemorySecrets(), new MemoryMemento(), clock);
  await keys.set(peer.origin, 'practice-key');
  const target = targetOf('one', {
    provider: 'openai',
    origin: peer.origin,
    baseUrl: `${peer.origin}/v1`,
    loopback: true,
  });
  const { listModels } = createServerProbes({ clock, keys });
  return { peer, found: await listModels(target, '', signal).finally(() => peer.stop()) };
}

test('a list comes with its status and its time, by one GET that carries the key and nothing else of the user', async () => {
  const date = new Date(Date.now() - 3_600_000).toUTCString();
  const { peer, found } = await ask(exchange => exchange.reply(200, { ...json, date }, list));
  assert.deepEqual([found.models, found.status], [['one', 'two'], 200]);
  assert.ok(found.tookMs >= 0);
  const [request] = peer.requests;
  assert.deepEqual(
    [peer.requests.length, request?.method, request?.body, request?.headers['authorization']],
    [1, 'GET', '', 'Bearer practice-key'],
  );
});

test('a server whose clock is an hour behind is seen to be', async () => {
  const date = new Date(Date.now() - 3_600_000).toUTCString();
  const { found } = await ask(exchange => exchange.reply(200, { ...json, date }, list));
  const { serverMs = NaN, hereMs = NaN } = found.time ?? {};
  assert.ok(Math.abs(serverMs - hereMs + 3_600_000) < 30_000);
});

test('a reply that a cache kept for an hour is not taken for a wrong clock', async () => {
  const date = new Date(Date.now() - 3_600_000).toUTCString();
  const { found } = await ask(exchange => exchange.reply(200, { ...json, date, age: '3600' }, list));
  const { serverMs = NaN, hereMs = NaN } = found.time ?? {};
  assert.ok(Math.abs(serverMs - hereMs) < 30_000);
});

test('a date that is none is no time at all', async () => {
  const { found } = await ask(exchange => exchange.reply(200, { ...json, date: 'yesterday' }, list));
  assert.equal(found.time, undefined);
});

// npm/cli#5870, #4112: the answer of a cache made a server that was gone look well
test('every time the server itself is asked, past what a cache holds', async () => {
  const cached = { ...json, 'cache-control': 'public, max-age=3600' };
  const peer = await startPeer(exchange => exchange.reply(200, cached, list));
  const keys = createKeys(new MemorySecrets(), new MemoryMemento(), clock);
  const target = targetOf('one', { origin: peer.origin, baseUrl: `${peer.origin}/v1`, loopback: true, auth: 'none' });
  const { listModels } = createServerProbes({ clock, keys });
  const { signal } = new AbortController();
  await listModels(target, '', signal);
  await peer.stop();
  const gone = await listModels(target, '', signal);
  assert.deepEqual([gone.models, gone.status, gone.failure?.kind], [undefined, undefined, 'server-not-running']);
});

test('what a server refuses with is told by kind and status', async () => {
  const replies: readonly [PeerReply, string, number | undefined][] = [
    [exchange => exchange.reply(401, json, '{"error":{"message":"no"}}'), 'auth', 401],
    [exchange => exchange.reply(404, json, '{"error":{"message":"no"}}'), 'not-the-api', 404],
    [exchange => exchange.reply(302, { location: 'https://login.example.com/' }), 'redirected', 302],
    [
      exchange => exchange.reply(200, { 'content-type': 'text/html' }, '<!doctype html><title>Sign in</title>'),
      'not-the-api',
      200,
    ],
    [({ socket }) => void socket.destroy(), 'reset', undefined],
  ];
  for (const [reply, kind, status] of replies) {
    const { found } = await ask(reply);
    assert.deepEqual([found.failure?.kind, found.status], [kind, status]);
  }
});

test('a server that hangs is left when the signal says so', async () => {
  const stop = new AbortController();
  const late = new Failure('out-of-time');
  await assert.rejects(
    ask(() => stop.abort(late), stop.signal),
    late,
  );
});

test('a key is read without being given away', async () => {
  const keys = createKeys(new MemorySecrets(), new MemoryMemento(), clock);
  const { readKey } = createServerProbes({ clock, keys });
  const target = targetOf('one');
  await assert.rejects(readKey(target, ''), { kind: 'no-key' });
  await keys.set(target.origin, 'practice-key');
  assert.equal(await readKey(target, ''), undefined);
});
