import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkNetwork } from '../../../../src/interaction/doctor/checks/checkNetwork.ts';
import type { NetworkSettings } from '../../../../src/interaction/doctor/found/proxy.ts';
import { briefly } from './serverWorld.ts';

const usual: NetworkSettings = {
  proxy: '',
  noProxy: [],
  proxySupport: 'override',
  strictSsl: true,
  systemCertificates: true,
};

const look = (settings: Partial<NetworkSettings> = {}, environment: Readonly<Record<string, string>> = {}) =>
  checkNetwork({
    settings: { ...usual, ...settings },
    environment,
    hasNetwork: true,
    isReadable: file => Promise.resolve(file === '/etc/ours.pem'),
  });

test('with nothing set each line is fine', async () => {
  assert.deepEqual(briefly(await look()), ['no-proxy fine', 'certificates-checked fine', 'system-certificates fine']);
});

// microsoft/vscode-copilot-release#3881: the diagnostics, made to be posted, show the proxy as it is written, login and all
test('of a proxy scheme and host are told, and only that there is a login', async () => {
  const [proxy] = await look({ proxy: 'http://jane:hunter2@proxy.corp.example:8080' });
  assert.deepEqual(proxy, {
    area: 'network',
    code: 'proxy',
    level: 'fine',
    from: 'setting',
    name: 'http.proxy',
    scheme: 'http',
    host: 'proxy.corp.example:8080',
    hasLogin: true,
  });
});

// github/copilot-cli#751: with and without a scheme, each was refused by one of two programs
test('a proxy without a scheme is understood, what is no address is a problem', async () => {
  const [bare] = await look({}, { HTTPS_PROXY: 'proxy.corp.example:911' });
  assert.equal(bare?.code === 'proxy' && bare.host, 'proxy.corp.example:911');
  const [broken] = await look({ proxy: 'http://' });
  assert.deepEqual([broken?.code, broken?.level], ['proxy-unreadable', 'problem']);
});

test('a proxy that VS Code does not use is said to be ignored', async () => {
  const [ignored] = await look({ proxySupport: 'off' }, { http_proxy: 'http://proxy.corp.example' });
  assert.deepEqual([ignored?.code, ignored?.level], ['proxy-ignored', 'warning']);
});

test('certificates that are not checked are a problem by the environment, and a warning by the setting', async () => {
  const off = await look({ strictSsl: false, systemCertificates: false }, { NODE_TLS_REJECT_UNAUTHORIZED: '0' });
  assert.deepEqual(briefly(off).slice(1), [
    'certificates-unchecked problem',
    'certificates-unchecked warning',
    'system-certificates warning',
  ]);
});

test('a file of certificates that cannot be read is a warning, and its place is not told', async () => {
  const [, , , read] = await look({}, { NODE_EXTRA_CA_CERTS: '/etc/ours.pem' });
  const [, , , unread] = await look({}, { NODE_EXTRA_CA_CERTS: '/home/jane/theirs.pem' });
  assert.deepEqual([read?.level, unread?.level], ['fine', 'warning']);
  assert.doesNotMatch(JSON.stringify(unread), /jane/);
});
