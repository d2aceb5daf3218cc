import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { onlyWith } from '../../support/onlyWith.ts';
import { periodMs, say, logScene, wordsIn, wordsOf } from './logScene.ts';

const child = path.join(import.meta.dirname, 'writesToTroubledDisk.ts');

test('nothing is opened or made before the first append', async () => {
  const { window, folder, troubles } = logScene();
  const log = window();
  wordsOf(log);
  await log.refresh();
  log.close();
  assert.ok(!existsSync(folder));
  assert.deepEqual([troubles, log.durable], [[], true]);
});

test('the folder and its file are for the user alone', onlyWith('POSIX'), async () => {
  const { window, folder, makeFolder, at, today } = logScene();
  makeFolder();
  chmodSync(folder, 0o755);
  await window().append(say('a'));
  const modes = [folder, at(today())].map(file => (statSync(file).mode & 0o777).toString(8));
  assert.deepEqual(modes, ['700', '600']);
});

test('a disk that fails is said once; the window goes on alone and tells the others when it works again', async () => {
  const world = logScene();
  writeFileSync(world.folder, 'a file where the folder should be');
  const log = world.window();
  const words = wordsOf(log);
  for (const word of ['a', 'b']) await log.append(say(word));
  await log.refresh();
  assert.deepEqual([words, log.durable, world.troubles.length], [['a', 'b'], false, 1]);
  rmSync(world.folder);
  await log.append(say('c'));
  assert.equal(log.durable, false, 'it is not tried at each append');
  world.clock.jump(10_000);
  await log.append(say('d'));
  assert.deepEqual([words, log.durable, world.troubles.length], [['a', 'b', 'c', 'd'], true, 1]);
  assert.deepEqual(await wordsIn(world), words);
});

test('a disk that works again is found by a refresh too, and a trouble that comes back later is said again, one at once is not', async () => {
  const world = logScene();
  const log = world.window();
  writeFileSync(world.folder, '');
  await log.append(say('a'));
  rmSync(world.folder);
  world.clock.jump(10_000);
  await log.refresh();
  assert.deepEqual([log.durable, await wordsIn(world)], [true, ['a']]);
  rmSync(world.folder, { recursive: true });
  writeFileSync(world.folder, '');
  await log.append(say('b'));
  assert.deepEqual([log.durable, world.troubles.length], [false, 1]); // a disk that is nearly full comes and goes
  rmSync(world.folder);
  world.clock.jump(10 * 60_000);
  await log.refresh();
  rmSync(world.folder, { recursive: true });
  writeFileSync(world.folder, '');
  await log.append(say('c'));
  assert.deepEqual([log.durable, world.troubles.length], [false, 2]);
});

test('what waits for a disk is bounded', async () => {
  const world = logScene();
  const log = world.window();
  const words = wordsOf(log);
  writeFileSync(world.folder, '');
  await Promise.all(Array.from({ length: 1500 }, (_, index) => log.append(say(String(index)))));
  rmSync(world.folder);
  world.clock.jump(10_000);
  await log.append(say('last'));
  const others = await wordsIn(world);
  assert.equal(words.length, 1501);
  assert.deepEqual(others, words.slice(-1001));
  assert.equal(log.durable, false, 'something is lost for the others');
});

/** What the child says of a disk that it writes to until that fails, and then once more when it works again. */
const heardOf = (text: string) => JSON.parse(text) as Readonly<Record<string, unknown>>;

test('a read-only folder is said as forbidden', onlyWith('other users'), () => {
  const { folder, makeFolder } = logScene();
  makeFolder();
  chmodSync(folder, 0o555);
  for (const parent of [path.dirname(folder), path.dirname(path.dirname(folder))]) chmodSync(parent, 0o755);
  const said = execFileSync(process.execPath, [child, folder], { uid: 65534, gid: 65534, encoding: 'utf8' });
  assert.deepEqual(heardOf(said), { heard: 'all', durable: false, troubles: ['forbidden'], later: 0 });
});

test('a file that cannot grow is said as full', onlyWith('POSIX'), () => {
  const { folder } = logScene();
  const limited = `ulimit -f 8; exec "$0" "$1" "$2"`; // 4 or 8 KiB, by shell; the last line is written in part
  const said = execFileSync('sh', ['-c', limited, process.execPath, child, folder], { encoding: 'utf8' });
  assert.deepEqual({ ...heardOf(said), later: 0 }, { heard: 'all', durable: false, troubles: ['full'], later: 0 });
});

test('a full disk is said as full, and when there is space again nothing is missing', onlyWith('mounts'), () => {
  const { folder } = logScene();
  mkdirSync(folder, { recursive: true });
  const script = 'mount -t tmpfs -o size=32k none "$2" && exec "$0" "$1" "$2" "$2/ballast"';
  const said = execFileSync('unshare', ['-m', 'sh', '-c', script, process.execPath, child, folder], {
    encoding: 'utf8',
  });
  assert.deepEqual(heardOf(said), { heard: 'all', durable: true, troubles: ['full'], later: 'all' });
});

for (const [name, record] of Object.entries({
  'is too long': { kind: 'word', text: 'x'.repeat(600) },
  'is no plain data': { kind: 'word', text: Number.NaN },
})) {
  test(`a record that ${name} is heard here alone, in its place, and said`, async () => {
    const world = logScene();
    const log = world.window();
    const words = wordsOf(log);
    await Promise.all([log.append(say('a')), log.append(record), log.append(say('b'))]);
    assert.deepEqual(words, ['a', String(record.text), 'b']);
    assert.deepEqual(await wordsIn(world), ['a', 'b']);
    assert.deepEqual([log.durable, world.troubles], [false, ['unusable']]);
  });
}

test('a bug in a listener takes nothing from the others and is not hidden', async () => {
  const log = logScene().window();
  log.subscribe('word', () => {
    throw new TypeError('a bug');
  });
  const words = wordsOf(log);
  const thrown: unknown[] = [];
  const real = process.listeners('uncaughtException');
  process.removeAllListeners('uncaughtException').on('uncaughtException', error => thrown.push(error));
  await log.append(say('a'));
  await turn();
  process.removeAllListeners('uncaughtException');
  for (const listener of real) process.on('uncaughtException', listener);
  assert.deepEqual([words, String(thrown[0])], [['a'], 'TypeError: a bug']);
});

test('what was appended with flush stands in the file when it settles', async () => {
  const world = logScene();
  await world.window().append(say('a'), { flush: true });
  assert.match(world.textOf(world.today()), /"text":"a"/);
});

test('a long log is read in steps, between which others run', async () => {
  const world = logScene();
  const writer = world.window();
  await writer.append(say('a'));
  const bytes = readFileSync(world.at(world.today()));
  writeFileSync(world.at(world.today()), Buffer.concat(Array.from({ length: 60_000 }, () => bytes)));
  const log = world.window();
  let steps = 0;
  let isDone = false;
  const counting = (async () => {
    for (; !isDone; steps += 1) await turn();
  })();
  await log.refresh();
  isDone = true;
  await counting;
  assert.ok(steps > 3, `${steps} steps`);
});

test('a window that closes writes what waits before it returns', async () => {
  const world = logScene();
  const log = world.window();
  const words = wordsOf(log);
  const settled = Promise.all(['a', 'b', 'c'].map(word => log.append(say(word), { flush: word === 'b' })));
  log.close();
  const text = world.textOf(world.today());
  await settled;
  assert.equal(text.match(/"text"/g)?.length, 3);
  assert.deepEqual([words, await wordsIn(world)], [['a', 'b', 'c'], words]);
});

test('what is appended after the window closed is written at once, and heard here', async () => {
  const world = logScene();
  const log = world.window();
  const words = wordsOf(log);
  await log.append(say('a'));
  log.close();
  void log.append(say('late'));
  assert.match(world.textOf(world.today()), /"text":"late"/);
  assert.deepEqual([words, await wordsIn(world)], [['a', 'late'], words]);
});

test('a window that closes in the middle of reading a long log still writes, and hears nothing twice', async () => {
  const world = logScene();
  const writer = world.window();
  await writer.append(say('a'));
  const filler = 'not a line of ours\n'.repeat(500_000);
  writeFileSync(world.at(world.today()), world.textOf(world.today()) + filler);
  const log = world.window();
  const words = wordsOf(log);
  const settled = log.append(say('b'));
  await turn();
  log.close();
  await settled;
  assert.deepEqual([words, await wordsIn(world)], [['a', 'b'], words]);
});

test('a window that closes when the disk fails says so and returns', async () => {
  const world = logScene();
  const log = world.window();
  const words = wordsOf(log);
  writeFileSync(world.folder, '');
  const settled = log.append(say('a'));
  log.close();
  await settled;
  assert.deepEqual([words, log.durable, world.troubles.length], [['a'], false, 1]);
});

test('closing twice, and a day later, does no harm', async () => {
  const world = logScene();
  const log = world.window();
  await log.append(say('a'));
  log.close();
  world.clock.jump(periodMs);
  log.close();
  await log.refresh();
  assert.deepEqual(await wordsIn(world), ['a']);
});
