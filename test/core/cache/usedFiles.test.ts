import assert from 'node:assert/strict';
import { test } from 'node:test';
import { areUnchanged } from '../../../src/core/cache/usedFiles.ts';
import { VirtualClock } from '../../support/virtualClock.ts';

const files = ['a', 'b'].map(file => ({ file, hash: `digest of ${file}` }));
const asBefore = async (file: string) => `digest of ${file}`;

test('files whose digests are as before are unchanged', async () => {
  assert.equal(await areUnchanged(files, asBefore, new VirtualClock()), true);
});

test('one that differs is a change, and so is one that cannot be read', async () => {
  for (const now of ['another digest', undefined])
    assert.equal(
      await areUnchanged(files, async file => (file === 'b' ? now : asBefore(file)), new VirtualClock()),
      false,
    );
});

test('a disk that breaks or does not answer is taken for a change, after a second', async () => {
  const clock = new VirtualClock();
  assert.equal(await areUnchanged(files, () => Promise.reject(new Error('broken')), clock), false);
  const silent = areUnchanged(files, () => new Promise(() => undefined), clock);
  await clock.pass(1_000);
  assert.equal(await silent, false);
});
