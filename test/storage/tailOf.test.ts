import assert from 'node:assert/strict';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { tailOf } from '../../src/storage/tailOf.ts';

let folder = '';
before(async () => (folder = await mkdtemp(path.join(tmpdir(), 'tail-'))));
after(() => rm(folder, { recursive: true, force: true }));

const fileWith = async (text: string): Promise<string> => {
  const file = path.join(folder, 'log.txt');
  await writeFile(file, text);
  return file;
};

test('a short file is given whole', async () => {
  assert.equal(await tailOf(await fileWith('one\ntwo\n'), 100), 'one\ntwo\n');
});

test('of a long one the last lines are given, none of them in part', async () => {
  assert.equal(await tailOf(await fileWith('first line\nsecond\nthird\n'), 16), 'second\nthird\n');
});

// https://github.com/hojinzs/github-symphony/pull/340: the tail of one very long line was empty
test('of a line that is longer than all that may be given its end is given', async () => {
  assert.equal(await tailOf(await fileWith(`${'x'.repeat(100)}end\n`), 8), 'xxxxend\n');
});

// https://github.com/coder/vscode-coder/pull/971
test('a link is not followed, and a folder is no file', async () => {
  const link = path.join(folder, 'link.txt');
  await symlink('/etc/hostname', link);
  await assert.rejects(tailOf(link, 100));
  await assert.rejects(tailOf(folder, 100));
});
