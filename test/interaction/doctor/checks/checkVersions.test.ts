import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkVersions } from '../../../../src/interaction/doctor/checks/checkVersions.ts';

const levelOf = (vscode: string): string | undefined =>
  checkVersions({
    steadfast: '0.1.0',
    vscode,
    app: 'Code',
    floor: '^1.105.0',
    node: '24',
    platform: 'linux',
    architecture: 'x64',
  }).find(({ code }) => code === 'vscode')?.level;

test('an editor below the floor is a problem; numbers are compared as numbers', () => {
  assert.deepEqual(['1.105.0', '1.139.1-insider', '2.0.0', '1.99.9', '1.104.9', 'odd'].map(levelOf), [
    'fine',
    'fine',
    'fine',
    'problem',
    'problem',
    'problem',
  ]);
});
