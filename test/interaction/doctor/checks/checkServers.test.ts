import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../../../../src/core/model/failure.ts';
import { mostServers } from '../../../../src/interaction/doctor/checks/checkServers.ts';
import { stepLimitsMs } from '../../../../src/interaction/doctor/checks/serverFacts.ts';
import { doctorLimitMs } from '../../../../src/interaction/doctor/runDoctor.ts';
import { briefly, farTarget, listing, refusal, serverWorld } from './serverWorld.ts';

const forEver = () => new Promise<never>(() => undefined);

test('of a server with which all is well each line says so', async () => {
  const { look, asked } = serverWorld();
  const findings = await look();
  assert.deepEqual(briefly(findings), [
    'key-saved fine',
    'name fine',
    'certificate fine',
    'answered fine',
    'model fine',
  ]);
  assert.deepEqual(asked.toSorted(), [
    'certificate https://api.example.com',
    'models https://api.example.com',
    'name api.example.com',
  ]);
});

test('in restricted mode and with this machine only, not even a name is looked up, and that is said', async () => {
  for (const [more, because] of [
    [{ isTrusted: false }, 'restricted'],
    [{ isLocalOnly: true }, 'local-only'],
  ] as const) {
    const { look, asked } = serverWorld(more);
    const findings = await look();
    assert.deepEqual(briefly(findings), ['not-asked unchecked']);
    assert.equal(findings[0]?.code === 'not-asked' && findings[0].because, because);
    assert.deepEqual(asked, []);
  }
});

test('a server on this machine is asked in restricted mode too', async () => {
  const here = farTarget({ origin: 'http://127.0.0.1:11434', baseUrl: 'http://127.0.0.1:11434/v1', loopback: true });
  const { look } = serverWorld({ isTrusted: false, isLocalOnly: true, targets: [{ ...here, auth: 'none' }] });
  assert.deepEqual(briefly(await look()), ['no-key-needed fine', 'answered fine', 'model fine']);
});

test('no key goes where the user has not agreed to; the line leads to the test that they start themselves', async () => {
  const { look, asked } = serverWorld({ isConfirmed: () => false });
  const findings = await look();
  const held = findings.find(({ code }) => code === 'not-asked');
  assert.deepEqual(held?.fixes, [{ command: 'steadfast.testTarget', argument: 'far/one' }]);
  assert.deepEqual(
    asked.filter(one => one.startsWith('models')),
    [],
  );
});

test('without a key nothing is asked, and the line leads to where one is set', async () => {
  const { look, asked } = serverWorld({ keyNames: () => [] });
  const [key] = await look();
  assert.deepEqual([key?.code, key?.level], ['no-key', 'problem']);
  assert.deepEqual(key?.fixes, [{ command: 'steadfast.setKey', argument: 'https://api.example.com' }]);
  assert.deepEqual(
    asked.filter(one => one.startsWith('models')),
    [],
  );
});

// microsoft/vscode-copilot-release#7279: all that was said of a rejected token was to post the diagnostics
test('a rejected key is a problem with the way to mend it, and nothing of what the server said is told', async () => {
  const { look } = serverWorld({ listModels: () => Promise.resolve(refusal('auth', 401)) });
  const findings = await look();
  const failed = findings.find(({ code }) => code === 'failed');
  assert.deepEqual(failed, {
    area: 'servers',
    code: 'failed',
    level: 'problem',
    host: 'api.example.com',
    targets: ['far/one'],
    labels: ['One'],
    kind: 'auth',
    status: 401,
    fixes: [{ command: 'steadfast.setKey', argument: 'https://api.example.com' }],
  });
  assert.doesNotMatch(JSON.stringify(findings), /secret words/);
});

test('of several keys each is tried, and it is said which one is rejected', async () => {
  const { look } = serverWorld({
    keyNames: () => ['', 'team'],
    listModels: (_target, name) => Promise.resolve(name === 'team' ? refusal('auth', 401) : listing('one')),
  });
  const findings = await look();
  const failed = findings.find(({ code }) => code === 'failed');
  assert.equal(failed?.code === 'failed' && failed.key, 2);
  assert.ok(!JSON.stringify(findings).includes('team'), 'what a user calls a key is theirs');
});

test('a server that asks for a key although none is sent to it is not said to reject one', async () => {
  const here = farTarget({
    origin: 'http://127.0.0.1:9',
    baseUrl: 'http://127.0.0.1:9/v1',
    loopback: true,
    auth: 'none',
  });
  const { look } = serverWorld({ targets: [here], listModels: () => Promise.resolve(refusal('auth', 401)) });
  assert.deepEqual(briefly(await look()), ['key-wanted problem']);
});

// npm/npm#16733: a server without that one address was reported as broken
test('a server that does not list its models is not said to be broken, only its key is not checked', async () => {
  const { look } = serverWorld({ listModels: () => Promise.resolve(refusal('not-the-api', 404, 'path')) });
  const findings = await look();
  assert.deepEqual(briefly(findings).slice(-1), ['no-list warning']);
});

// npm/npm#15306: a page of HTML in place of JSON ended the whole doctor
test('a page in place of the list, as a network with a login sends it, is a problem of its own kind', async () => {
  const { look } = serverWorld({ listModels: () => Promise.resolve(refusal('not-the-api', 404, 'html')) });
  assert.deepEqual(briefly(await look()).slice(-1), ['failed problem']);
});

// Dart-Code/Dart-Code#4595: behind a proxy "Failed host lookup" was reported for hosts that could be reached
test('a name that is not known here is no problem when the server has answered: a proxy looks it up', async () => {
  const unknown = () => Promise.reject(new Failure('unknown-host', { code: 'ENOTFOUND' }));
  const { look } = serverWorld({ lookUp: unknown });
  const name = (await look()).find(({ code }) => code === 'name-failed');
  assert.deepEqual([name?.level, name?.code === 'name-failed' && name.isReached], ['fine', true]);
});

test('a name that nobody knows is told once, not for each thing that fails of it', async () => {
  const failure = new Failure('unknown-host', { code: 'ENOTFOUND' });
  const { look } = serverWorld({
    lookUp: () => Promise.reject(failure),
    certificate: () => Promise.reject(failure),
    listModels: () => Promise.resolve({ failure, tookMs: 3 }),
  });
  assert.deepEqual(briefly(await look()), ['key-saved fine', 'name-failed problem']);
});

test('where a proxy is set, name and certificate are left to it, and that is said', async () => {
  const { look, asked } = serverWorld({ takesProxy: () => true });
  assert.deepEqual(briefly(await look()), ['key-saved fine', 'by-proxy fine', 'answered fine', 'model fine']);
  assert.deepEqual(asked, ['models https://api.example.com']);
});

// microsoft/vscode-copilot-release#3881: one of several ways timed out after 10 s, one after the other
test('a server that never answers is said not to be known within its limit, and every step ends before the whole does', async () => {
  const { look, clock } = serverWorld({ lookUp: forEver, certificate: forEver, listModels: forEver, readKey: forEver });
  const looking = look();
  await clock.pass(Math.max(...Object.values(stepLimitsMs)));
  const late = (await looking).flatMap(finding => (finding.code === 'late' ? [finding.step] : []));
  assert.deepEqual(late, ['key', 'name', 'certificate', 'models']);
  assert.ok(Math.max(...Object.values(stepLimitsMs)) < doctorLimitMs);
  assert.equal(clock.waiting, 0);
});

test('a model that is not in the list is a warning; one with a date, a tag or a vendor before it is there', async () => {
  const models = ['claude-one-20260101', 'llama:latest', 'acme/two', 'one-mini'];
  const targets = ['claude-one', 'llama', 'two', 'one'].map(model => farTarget({ id: model, model }));
  const { look } = serverWorld({ targets, listModels: () => Promise.resolve(listing(...models)) });
  const listed = (await look()).flatMap(finding => (finding.code === 'model' ? [[finding.model, finding.level]] : []));
  assert.deepEqual(listed, [
    ['claude-one', 'fine'],
    ['llama', 'fine'],
    ['two', 'fine'],
    ['one', 'warning'],
  ]);
});

test('models behind one address are asked for once', async () => {
  const targets = ['one', 'two'].map(model => farTarget({ id: model, model }));
  const { look, asked } = serverWorld({ targets });
  await look();
  assert.equal(asked.filter(one => one.startsWith('models')).length, 1);
});

test('more servers than can be asked at once are named as not asked', async () => {
  const targets = Array.from({ length: mostServers + 2 }, (_, at) =>
    farTarget({ id: `far/${at}`, baseUrl: `https://api.example.com/${at}` }),
  );
  const { look, asked } = serverWorld({ targets });
  const left = (await look()).filter(finding => finding.code === 'not-asked' && finding.because === 'too-many');
  assert.deepEqual([left.length, asked.filter(one => one.startsWith('models')).length], [2, mostServers]);
});

test('models of other extensions are asked for inside of VS Code: no name, no certificate, no key', async () => {
  const inside = farTarget({ origin: 'vscode-lm:', baseUrl: 'vscode-lm:', provider: 'vscode-lm', auth: 'none' });
  const { look, asked } = serverWorld({ isTrusted: false, targets: [inside] });
  assert.deepEqual(briefly(await look()), ['answered fine', 'model fine']);
  assert.deepEqual(asked, ['models vscode-lm:']);
});

test('a key store that is locked is said so, not that the key is missing', async () => {
  const locked = () => Promise.reject(new Failure('key-store'));
  const { look } = serverWorld({
    readKey: locked,
    listModels: () => Promise.resolve({ failure: new Failure('key-store'), tookMs: 1 }),
  });
  assert.deepEqual(briefly(await look()).slice(0, 1), ['key-unreadable problem']);
  assert.equal((await look()).filter(({ level }) => level === 'problem').length, 1);
});

test('who cancels ends every step', async () => {
  const { look, stop, clock } = serverWorld({ listModels: forEver });
  const looking = look();
  const cancelled = new Failure('cancelled');
  stop.abort(cancelled);
  await assert.rejects(looking, cancelled);
  assert.equal(clock.waiting, 0);
});
