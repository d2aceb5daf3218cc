import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { deleteData } from '../../../src/interaction/data/deleteData.ts';
import { originsOf } from '../../support/memorySecrets.ts';
import { anthropic, canary, setupWorld } from '../setup/setupWorld.ts';

test('all data is deleted only after a yes, and what was deleted is said', async () => {
  const house = setupWorld({ agrees: false }, { agrees: true });
  await house.keys.set(anthropic, canary);
  await house.memento.update('consent', {});
  const forgotten: string[] = [];
  const data = {
    ...house,
    mementos: [house.memento],
    forget: () => void forgotten.push('memory'),
    deleteFolders: () => Promise.resolve(1),
  };
  await deleteData(data);
  assert.deepEqual([originsOf(house.keys), forgotten], [[anthropic], []]);
  await deleteData(data);
  await setImmediate();
  assert.equal(house.user.saw.at(-1), 'Deleted: API keys (1), records (1), folders (1).');
  assert.deepEqual([originsOf(house.keys), house.memento.keys(), forgotten], [[], [], ['memory']]);
});

test('what cannot be deleted is named, and the rest is deleted nevertheless', async () => {
  const house = setupWorld({ agrees: true });
  await house.memento.update('consent', {});
  const deleteFolders = () => Promise.reject(new Error('EBUSY'));
  await deleteData({ ...house, mementos: [house.memento], forget: () => undefined, deleteFolders });
  assert.equal(house.user.saw.at(-1), 'Could not be deleted: folders (EBUSY)');
  assert.deepEqual(house.memento.keys(), []);
});
