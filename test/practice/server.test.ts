import assert from 'node:assert/strict';
import { request } from 'node:http';
import { test } from 'node:test';
import { practiceSettings } from '../../practice/settings.ts';
import { startPractice } from '../../practice/server.ts';
import { post, started } from './started.ts';

test('after stop no socket, timer or port is left, whatever was going on', async () => {
  const before = resources();
  const practice = await startPractice({ speed: 1 });
  practice.fault('anthropic', 'hang');
  const waiting = [
    post(practice, 'anthropic').catch(() => 'failed'),
    post(practice, 'openai')
      .then(response => response.text())
      .catch(() => 'failed'),
  ];
  while (practice.requests.length < 2) await new Promise(resolve => setImmediate(resolve));
  await practice.stop();
  assert.deepEqual(await Promise.all(waiting), ['failed', 'failed']);
  assert.equal(practice.openSockets(), 0);
  await assert.rejects(fetch(practice.origins.local));
  // The client's own pool lets go of its sockets a moment later.
  while (resources().join() !== before.join()) await new Promise(resolve => setTimeout(resolve, 10));
});

test('a request is recorded with provider, model, headers and body', async t => {
  const practice = await started(t);
  await (await post(practice, 'anthropic')).text();
  const [recorded] = practice.requests;
  assert.deepEqual(
    [recorded?.provider, recorded?.method, recorded?.path, recorded?.model, recorded?.headers['x-api-key']],
    ['anthropic', 'POST', '/v1/messages', 'practice-large', 'practice-key'],
  );
  assert.match(recorded?.body ?? '', /"Reply with exactly/);
  assert.equal(recorded?.closedByClientAtMs, undefined);
});

test('clear forgets the requests, and faults stay', async t => {
  const practice = await started(t);
  practice.fault('openai', 'server-error');
  await post(practice, 'openai');
  practice.clear();
  assert.equal((await post(practice, 'openai')).status, 500);
  assert.equal(practice.requests.length, 1);
});

test('a client that leaves early is noted with its time, and its socket is closed', async t => {
  const practice = await started(t);
  practice.fault('openai', 'stall');
  const leave = new AbortController();
  const asked = await fetch(`${practice.origins.openai}/v1/chat/completions`, {
    method: 'POST',
    body: JSON.stringify({ model: 'practice-large', stream: true, messages: [{ role: 'user', content: 'hello' }] }),
    signal: leave.signal,
  });
  leave.abort();
  await assert.rejects(asked.text());
  while (practice.requests[0]?.closedByClientAtMs === undefined) await new Promise(resolve => setImmediate(resolve));
  assert.ok(practice.requests[0].closedByClientAtMs >= practice.requests[0].at);
  while (practice.openSockets() > 0) await new Promise(resolve => setImmediate(resolve));
});

test('without a wanted key none is asked for, and with one only the local server is open', async t => {
  const statuses = async (requireKey: boolean) => {
    const practice = await started(t, { requireKey });
    const urls = [
      `${practice.origins.openai}/v1/models`,
      `${practice.origins.anthropic}/v1/models`,
      `${practice.origins.local}/v1/models`,
    ];
    return Promise.all(urls.map(async url => (await fetch(url)).status));
  };
  assert.deepEqual(await statuses(false), [200, 200, 200]);
  assert.deepEqual(await statuses(true), [401, 401, 200]);
});

test('an answer carries request id and limits of its wire', async t => {
  const practice = await started(t);
  const openai = (await post(practice, 'openai')).headers;
  const anthropic = (await post(practice, 'anthropic')).headers;
  assert.match(openai.get('x-request-id') ?? '', /^req_practice_/);
  assert.ok(Number(openai.get('x-ratelimit-remaining-requests')) > 0);
  assert.match(anthropic.get('request-id') ?? '', /^req_practice_/);
  assert.match(anthropic.get('anthropic-ratelimit-requests-reset') ?? '', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
});

test('a body that is no JSON, an empty conversation and an unknown path are errors of the wire', async t => {
  const practice = await started(t);
  const statusOf = async (path: string, body: string) =>
    (await fetch(practice.origins.openai + path, { method: 'POST', body })).status;
  assert.equal(await statusOf('/v1/chat/completions', '{'), 400);
  assert.equal(await statusOf('/v1/chat/completions', '{"model":"practice-large","messages":[]}'), 400);
  assert.equal(await statusOf('/v1/nothing', '{}'), 404);
});

test('a port that is taken makes the start fail, with nothing left open', async t => {
  const first = await started(t);
  const port = Number(new URL(first.origins.openai).port);
  await assert.rejects(startPractice({ ports: { local: port } }), { code: 'EADDRINUSE' });
});

test('headers of a client that sends slowly do not hold up a fault', async t => {
  const practice = await started(t);
  practice.fault('local', 'reset');
  const code = await new Promise(resolve => {
    const sending = request(`${practice.origins.local}/v1/models`);
    sending.on('error', error => resolve('code' in error ? error.code : error));
    sending.end();
  });
  assert.equal(code, 'ECONNRESET');
});

test('every key of the legend does something, and says the state of all providers', async t => {
  const practice = await started(t);
  for (const { key } of practice.keys) assert.match(practice.press(key), /anthropic: .*openai: .*local: /, key);
});

test('keys choose a provider, make it fail and heal it', async t => {
  const practice = await started(t);
  assert.match(practice.press('d'), /> anthropic: down {3}openai: healthy/);
  assert.match(practice.press('2'), /> openai: healthy/);
  assert.match(practice.press('e'), /anthropic: down {3}> openai: server-error/);
  assert.equal((await post(practice, 'openai')).status, 500);
  assert.match(practice.press('h'), /anthropic: down {3}> openai: healthy/);
  assert.equal((await post(practice, 'openai')).status, 200);
  assert.match(practice.press('H'), /anthropic: healthy/);
  assert.equal((await post(practice, 'anthropic')).status, 200);
});

test('an unknown key is answered with the keys there are', async t => {
  const practice = await started(t);
  assert.match(practice.press('§'), /No such key.* d r g/);
});

test('the settings name one practice target per provider, strongest first', async t => {
  const practice = await started(t, { requireKey: true });
  const { 'steadfast.targets': targets, 'steadfast.chain': chain } = practiceSettings(practice);
  assert.deepEqual(
    targets.map(({ provider, model, baseUrl, auth }) => [provider, model, baseUrl, auth]),
    [
      ['anthropic', 'practice-large', practice.origins.anthropic, 'api-key'],
      ['openai', 'practice-medium', `${practice.origins.openai}/v1`, 'bearer'],
      ['openai-compatible', 'practice-small', `${practice.origins.local}/v1`, 'none'],
    ],
  );
  assert.deepEqual(
    chain,
    targets.map(({ id }) => id),
  );
  assert.ok(targets.every(({ label }) => label.includes('practice')));
});

test('where no key is wanted the settings ask for none', async t => {
  const { 'steadfast.targets': targets } = practiceSettings(await started(t));
  assert.ok(targets.every(({ auth }) => auth === 'none'));
});

function resources(): readonly string[] {
  return process
    .getActiveResourcesInfo()
    .filter(name => /TCP|Timeout|Server/.test(name))
    .sort();
}
