import assert from 'node:assert/strict';
import { spawn, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { StoreError } from '../../src/core/shared/store.ts';
import { createFiles } from '../../src/storage/files.ts';
import { onlyWith } from '../support/onlyWith.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'steadfast-files-'));
after(() => rmSync(root, { recursive: true, force: true }));
const isPosix = process.platform !== 'win32';

function scene() {
  const folder = path.join(mkdtempSync(path.join(root, 'scene-')), 'data');
  const troubles: string[] = [];
  const files = createFiles(folder, (trouble, name) => troubles.push(`${name}: ${trouble}`));
  const at = (name: string) => path.join(folder, name);
  return { folder, files, troubles, at };
}

const troubleOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof StoreError ? error.trouble : `not a StoreError: ${String(error)}`),
  );

test('reads what was written', async () => {
  const { files } = scene();
  await files.write('a.json', 'größer 🦉');
  assert.equal(await files.read('a.json'), 'größer 🦉');
});

test('nothing was written: nothing is read, nothing is made, nobody is told', async () => {
  const { files, folder, troubles } = scene();
  assert.equal(await files.read('a.json'), undefined);
  assert.deepEqual(await files.names(), []);
  await files.remove('a.json');
  assert.ok(!existsSync(folder));
  assert.deepEqual(troubles, []);
});

test('the folder and its files are for the user alone', async () => {
  const { files, folder, at } = scene();
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  await files.write('a.json', 'text');
  const modes = [folder, at('a.json')].map(file => (statSync(file).mode & 0o777).toString(8));
  assert.deepEqual(modes, isPosix ? ['700', '600'] : ['666', '666']);
});

test('the last of many writes at once is the one that stays', async () => {
  const { files, folder } = scene();
  await Promise.all(
    Array.from({ length: 30 }, (_, count) => files.write('a.json', 'x'.repeat(30_000 - 1_000 * count) + String(count))),
  );
  assert.equal(await files.read('a.json'), `${'x'.repeat(1_000)}29`);
  assert.deepEqual(readdirSync(folder), ['a.json']);
});

test('lists what can be read and removes it', async () => {
  const { files, at } = scene();
  await files.write('a.json', '1');
  await files.write('b.json', '2');
  writeFileSync(at('c.json.bad-17'), 'old');
  await files.remove('a.json');
  assert.deepEqual(await files.names(), ['b.json']);
});

for (const name of ['', '.', '..', '../a', 'a/b', 'a\\b', '.hidden', 'a\0', 'a:b', 'x'.repeat(200)]) {
  test(`a name that is not plain is not touched: ${JSON.stringify(name).slice(0, 20)}`, async () => {
    const { files, folder, troubles } = scene();
    assert.equal(await troubleOf(files.write(name, 'text')), 'unusable');
    assert.equal(await troubleOf(files.remove(name)), 'unusable');
    assert.equal(await files.read(name), undefined);
    assert.equal(troubles.length, 1);
    assert.ok(!existsSync(folder));
  });
}

const asideIn = (folder: string) => readdirSync(folder).filter(name => /^a\.json\.bad-\d+$/.test(name));

test('a folder in the place of a file is set aside, whole, when it is read', async () => {
  const { files, folder, at, troubles } = scene();
  mkdirSync(at('a.json'), { recursive: true });
  writeFileSync(path.join(at('a.json'), 'inside'), 'precious');
  assert.equal(await files.read('a.json'), undefined);
  assert.deepEqual(troubles, ['a.json: unusable']);
  assert.equal(readFileSync(path.join(folder, asideIn(folder)[0] ?? '', 'inside'), 'utf8'), 'precious');
});

test('a folder in the place of a file is set aside when it is written', async () => {
  const { files, folder, at } = scene();
  mkdirSync(at('a.json'), { recursive: true });
  await files.write('a.json', 'text');
  assert.equal(await files.read('a.json'), 'text');
  assert.equal(asideIn(folder).length, 1);
});

test('a link is not followed, neither to read nor to write', onlyWith('links'), async () => {
  const { files, folder, at, troubles } = scene();
  const outside = path.join(root, 'outside.txt');
  writeFileSync(outside, 'outside');
  mkdirSync(folder, { recursive: true });
  symlinkSync(outside, at('a.json'));
  assert.equal(await files.read('a.json'), undefined);
  assert.deepEqual(troubles, ['a.json: unusable']);
  symlinkSync(outside, at('b.json'));
  await files.write('b.json', 'inside');
  assert.equal(readFileSync(outside, 'utf8'), 'outside');
});

test('a pipe in the place of a file holds nobody up', onlyWith('POSIX'), async () => {
  const { files, folder, at, troubles } = scene();
  mkdirSync(folder, { recursive: true });
  execFileSync('mkfifo', [at('a.json')]);
  assert.equal(await files.read('a.json'), undefined);
  assert.deepEqual(troubles, ['a.json: unusable']);
});

test('drafts of processes that died are swept after an hour, those of others are not', async () => {
  const { files, folder, at } = scene();
  mkdirSync(folder, { recursive: true });
  const [old, young] = ['.a.json.0123456789ab.tmp', '.a.json.ba9876543210.tmp'];
  for (const draft of [old, young]) writeFileSync(at(draft ?? ''), 'half');
  const twoHoursAgo = Date.now() / 1000 - 7200;
  utimesSync(at(old ?? ''), twoHoursAgo, twoHoursAgo);
  await files.write('a.json', 'text');
  assert.deepEqual(readdirSync(folder).toSorted(), [young, 'a.json']);
});

test('a folder that went away is made again', async () => {
  const { files, folder } = scene();
  await files.write('a.json', '1');
  rmSync(folder, { recursive: true });
  await files.write('a.json', '2');
  assert.equal(await files.read('a.json'), '2');
});

test('where nothing may be written says so', async () => {
  const forbidden = {
    linux: '/sys/steadfast',
    darwin: '/System/steadfast',
    win32: 'C:\\System Volume Information\\steadfast',
  };
  const folder = forbidden[process.platform as keyof typeof forbidden];
  assert.equal(await troubleOf(createFiles(folder, () => undefined).write('a.json', 'text')), 'forbidden');
});

test('a file where the folder should be says so and is left alone', async () => {
  const { folder } = scene();
  writeFileSync(folder, 'mine');
  const troubles: string[] = [];
  const files = createFiles(folder, trouble => troubles.push(trouble));
  assert.notEqual(await troubleOf(files.write('a.json', 'text')), 'none');
  assert.equal(readFileSync(folder, 'utf8'), 'mine');
});

test('no space left says so and keeps the old text', onlyWith('POSIX'), async () => {
  const { files, folder } = scene();
  await files.write('a.json', 'old');
  const limited = `ulimit -f 8; exec "$0" "$1" "$2"`; // 4 or 8 KiB, by shell
  const child = path.join(import.meta.dirname, 'writesTooMuch.ts');
  const said = execFileSync('sh', ['-c', limited, process.execPath, child, folder], { encoding: 'utf8' });
  assert.equal(said, 'full');
  assert.equal(await files.read('a.json'), 'old');
  assert.deepEqual(readdirSync(folder), ['a.json']);
});

test('a process that is killed at any moment leaves a whole text, the old one or the new one', async () => {
  const { files, folder } = scene();
  const child = path.join(import.meta.dirname, 'writesForever.ts');
  for (const livedMs of [0, 7, 23, 41, 60]) {
    const writer = spawn(process.execPath, [child, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    const gone = once(writer, 'exit');
    await once(writer.stdout, 'data');
    await pause(livedMs);
    writer.kill('SIGKILL');
    await gone;
    const [first, middle, last] = (await files.read('data.json'))?.split(' ') ?? [];
    assert.equal(first, last);
    assert.equal(middle?.length, 300_000);
  }
});
