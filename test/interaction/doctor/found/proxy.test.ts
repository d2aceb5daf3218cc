import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takesProxy } from '../../../../src/interaction/doctor/found/proxy.ts';

const settings = {
  proxy: 'http://proxy',
  noProxy: [] as string[],
  proxySupport: 'on',
  strictSsl: true,
  systemCertificates: true,
};
const far = { origin: 'https://api.example.com', loopback: false };

test('a request takes the proxy unless its host goes past it, or is this machine', () => {
  assert.equal(takesProxy(far, settings, {}), true);
  assert.equal(takesProxy({ origin: 'http://127.0.0.1:1', loopback: true }, settings, {}), false);
  assert.equal(takesProxy(far, { ...settings, proxy: '' }, {}), false);
  for (const past of ['api.example.com', '.example.com', '*.example.com', 'EXAMPLE.com:443', '*'])
    assert.equal(takesProxy(far, settings, { NO_PROXY: `localhost, ${past}` }), false, past);
  assert.equal(takesProxy(far, settings, { no_proxy: 'ample.com' }), true);
  assert.equal(takesProxy(far, { ...settings, noProxy: ['example.com'] }, {}), false);
});
