import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkKeys } from '../../../../src/interaction/doctor/checks/checkKeys.ts';
import type { WrittenSettings } from '../../../../src/interaction/doctor/found/writtenKeys.ts';
import { scanSecrets as scan } from '../../../../src/libraries/secrets.ts';
import { knowledge } from '../../../support/knowledge.ts';

const entry = { provider: 'openai-compatible', model: 'one', baseUrl: 'https://api.example.com/v1' };
const look = (...written: readonly WrittenSettings[]) => checkKeys({ written, scan, knowledge, isRemote: true });
const ours = (value: unknown): WrittenSettings => ({ section: 'steadfast', scope: 'user', value });

test('a key that can be moved leads to where that is done, another to where it is set and to the file it stands in', async () => {
  const findings = await look(ours({ targets: [{ ...entry, apiKey: 'practice-key' }], apiKey: 'practice-key' }), {
    section: 'acme',
    scope: 'workspace',
    value: { apiKey: 'Zq8xW2vT5nR7mK4jH9gF' },
  });
  assert.deepEqual(
    findings.map(finding => [
      finding.level,
      finding.code === 'written' && [finding.setting, finding.isOurs, finding.isMovable],
      finding.fixes?.map(({ command }) => command),
    ]),
    [
      ['warning', ['steadfast.targets[0].apiKey', true, true], ['steadfast.moveKeys']],
      ['warning', ['steadfast.apiKey', true, false], ['steadfast.setKey', 'workbench.action.openRemoteSettingsFile']],
      ['warning', ['acme.apiKey', false, false], ['workbench.action.openWorkspaceSettingsFile']],
    ],
  );
  assert.doesNotMatch(JSON.stringify(findings), /practice-key|Zq8xW2/);
});

test('of very many only some are told, and how many more there are', async () => {
  const targets = Array.from({ length: 30 }, () => ({ apiKey: 'practice-key' }));
  const findings = await look(ours({ targets }));
  const last = findings.at(-1);
  assert.deepEqual([findings.length, last?.code === 'more-written' && last.count], [21, 10]);
});

test('where nothing is written that is said', async () => {
  assert.deepEqual(await look(), [{ area: 'keys', code: 'none-written', level: 'fine' }]);
});
