import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkHost, type HostFacts } from '../../../../src/interaction/doctor/checks/checkHost.ts';
import { briefly } from './serverWorld.ts';

const facts: HostFacts = {
  window: 'desktop',
  appHost: 'desktop',
  remoteName: undefined,
  extensionHost: 'workspace',
  isPortable: false,
  isTrusted: true,
  isEnabled: true,
  isLocalOnly: false,
  isRehearsing: false,
};

test('on a trusted desktop all is fine', () => {
  assert.deepEqual(briefly(checkHost(facts)), ['trusted fine', 'window fine', 'extension-host fine']);
});

test('what keeps Steadfast from working here is a warning, each with the way out', () => {
  const held = checkHost({ ...facts, isTrusted: false, isEnabled: false, isLocalOnly: true, isRehearsing: true });
  assert.deepEqual(
    held.flatMap(({ fixes = [] }) => fixes.map(({ command }) => command)),
    ['steadfast.endRehearsal', 'workbench.action.openSettings', 'workbench.trust.manage'],
  );
  assert.ok(briefly(held).includes('local-only fine'));
});
