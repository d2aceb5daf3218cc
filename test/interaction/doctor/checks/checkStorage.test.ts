import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FolderState } from '../../../../src/core/shared/folderState.ts';
import { checkStorage } from '../../../../src/interaction/doctor/checks/checkStorage.ts';
import { briefly } from './serverWorld.ts';

const well: FolderState = {
  isThere: true,
  files: 3,
  bytes: 900,
  unreadable: 0,
  setAside: 0,
  newer: 0,
  freeBytes: 1e12,
  isMore: false,
};

const look = (health: Partial<FolderState>, readKeyStore = () => Promise.resolve()) =>
  checkStorage({ folders: [{ folder: 'user', look: () => Promise.resolve({ ...well, ...health }) }], readKeyStore });

test('a folder that can be written is fine; one that is damaged, newer or nearly full is a warning; one that takes nothing is a problem', async () => {
  const states: readonly Partial<FolderState>[] = [
    {},
    { setAside: 1 },
    { newer: 1 },
    { unreadable: 1 },
    { freeBytes: 1_000 },
    { trouble: 'read-only' },
  ];
  const levels = await Promise.all(states.map(async state => (await look(state))[1]?.level));
  assert.deepEqual(levels, ['fine', 'warning', 'warning', 'warning', 'warning', 'problem']);
});

test('a key store that cannot be read is a problem, and what it said is not told', async () => {
  const findings = await look({}, () => Promise.reject(new Error('keyring of jane')));
  assert.deepEqual(briefly(findings), ['key-store problem', 'folder fine']);
  assert.doesNotMatch(JSON.stringify(findings), /jane/);
});
