import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { onlyWith } from '../../support/onlyWith.ts';
import { StoreError } from '../../../src/core/shared/store.ts';
import { heardBy, kept, answerScene } from './answerScene.ts';

const child = path.join(import.meta.dirname, 'keepsAnswers.ts');
const toldBy = (text: string) => JSON.parse(text) as Readonly<Record<string, unknown>>;

test('F178: a disk that fails is said once and tried again later, and nothing is thrown, but who wants all forgotten is told', async () => {
  const { window, folder, troubles, clock } = answerScene();
  writeFileSync(folder, 'a file where the folder should be');
  const store = window();
  for (const key of ['a', 'b']) await store.append(kept(key));
  await heardBy(store);
  await assert.rejects(store.clear(), new StoreError('unusable'));
  assert.deepEqual(troubles, ['unusable']);
  rmSync(folder);
  await store.append(kept('c'));
  clock.jump(120_000);
  await store.append(kept('d'));
  assert.deepEqual([await heardBy(window()), troubles], [['d'], ['unusable']]);
});

test('F178: a read-only folder is said as forbidden', onlyWith('other users'), () => {
  const { folder } = answerScene();
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o555);
  for (const parent of [path.dirname(folder), path.dirname(path.dirname(folder))]) chmodSync(parent, 0o755);
  const said = execFileSync(process.execPath, [child, folder], { uid: 65534, gid: 65534, encoding: 'utf8' });
  assert.deepEqual(toldBy(said), { troubles: ['forbidden'], some: false, last: false, damaged: 0 });
});

test(
  'F178: a file that cannot grow is said as full, and what was written in part is not given',
  onlyWith('POSIX'),
  () => {
    const { folder } = answerScene();
    const limited = `ulimit -f 8; exec "$0" "$1" "$2"`; // 4 or 8 KiB, by shell; the last line is written in part
    const said = execFileSync('sh', ['-c', limited, process.execPath, child, folder], { encoding: 'utf8' });
    assert.deepEqual(toldBy(said), { troubles: ['full'], some: true, last: true, damaged: 0 });
  },
);

test(
  'F178: a full disk is said as full, and when there is space again answers are kept again',
  onlyWith('mounts'),
  () => {
    const { folder } = answerScene();
    mkdirSync(folder, { recursive: true });
    const script = 'mount -t tmpfs -o size=32k none "$2" && exec "$0" "$1" "$2" "$2/ballast"';
    const said = execFileSync('unshare', ['-m', 'sh', '-c', script, process.execPath, child, folder], {
      encoding: 'utf8',
    });
    assert.deepEqual(toldBy(said), { troubles: ['full'], some: true, last: true, damaged: 0 });
  },
);
