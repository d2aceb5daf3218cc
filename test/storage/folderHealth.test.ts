import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { folderHealth } from '../../src/storage/folderHealth.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'steadfast-health-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const look = (place = folder) => folderHealth(place, new AbortController().signal);
const write = (name: string, text: string) => writeFile(path.join(folder, name), text);

test('a folder that was not made yet is not made by looking', async () => {
  const place = path.join(folder, 'none');
  const { isThere, trouble } = await look(place);
  assert.deepEqual([isThere, trouble, await readdir(folder)], [false, undefined, []]);
});

test('files are counted with their bytes, below folders too, and the attempt to write leaves nothing behind', async () => {
  await write('answers.json', '{"format":1,"records":[]}');
  await mkdir(path.join(folder, 'answers'));
  await write('answers/answers-a-1.seg', 'steadfast-answers 1 \n');
  const { files, bytes, trouble, freeBytes = 0 } = await look();
  assert.deepEqual([files, bytes, trouble], [2, 46, undefined]);
  assert.ok(freeBytes > 0);
  assert.deepEqual((await readdir(folder)).toSorted(), ['answers', 'answers.json']);
});

test('what was set aside is counted, and so is what a later version has written', async () => {
  await write('review.json.bad-1700000000000', 'x');
  await write('answers.json', '{"format":2,"records":[]}');
  await write('ledger-2026-01-01.log', '\n01234567 {"v":1,"is":"carried"}\n\n01234567 {"v":2,"is":"carried"}\n');
  await write('answers-a-1.seg', 'steadfast-answers 7 \n');
  await write('circuits-2026-01-01.log', '\n01234567 {"v":1,"is":"carried"}\n');
  const { setAside, newer } = await look();
  assert.deepEqual([setAside, newer], [1, 3]);
});

test('something else in the place of the folder is said, and a link is not followed', async () => {
  await write('file', '');
  assert.equal((await look(path.join(folder, 'file'))).trouble, 'unusable');
  await symlink('/etc/passwd', path.join(folder, 'answers.json'));
  assert.deepEqual([(await look()).files], [1]);
});
