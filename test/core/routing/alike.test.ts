import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alike } from '../../../src/core/routing/alike.ts';
import { targetOf } from '../../support/scripted.ts';

test('models of one company are alike at whatever address, and what stands behind one address is', () => {
  const large = targetOf('large', { provider: 'anthropic' });
  const proxied = targetOf('proxied', { provider: 'anthropic' });
  const local = targetOf('local', { origin: large.origin });
  assert.deepEqual([alike(large, proxied), alike(large, local)], ['same-vendor', 'same-origin']);
});

test('nobody knows who answers at another address on the wire that all of them speak', () => {
  assert.equal(alike(targetOf('one'), targetOf('two')), undefined);
});
