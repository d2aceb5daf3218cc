import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { hash } from 'node:crypto';
import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { onlyWith } from '../../support/onlyWith.ts';
import type { LogRecord } from '../../../src/core/shared/sharedLog.ts';
import { isDamaged, lineOf } from '../../../src/storage/logLine.ts';
import { say, logScene, wordsIn, wordsOf } from './logScene.ts';

const written = ['one', 'two', 'three'];

/** A log with three words in it, and its bytes. */
async function writtenScene() {
  const world = logScene();
  const log = world.window();
  for (const word of written) await log.append(say(word));
  log.close();
  return { ...world, bytes: readFileSync(world.at(world.today())) };
}

test('each prefix of a file opens, says the words that are whole, and takes another', async () => {
  const world = await writtenScene();
  const file = world.at(world.today());
  for (let length = 0; length <= world.bytes.length; length += 1) {
    writeFileSync(file, world.bytes.subarray(0, length));
    const log = world.window();
    const words = wordsOf(log);
    await log.refresh();
    const before = [...words];
    await log.append(say('more'));
    log.close();
    assert.deepEqual(before, written.slice(0, before.length), `${length} bytes`);
    assert.deepEqual(
      words.filter(word => word !== 'more'),
      written.slice(0, words.length - 1),
    );
    assert.equal(words.at(-1), 'more', `${length} bytes`);
    assert.deepEqual(await wordsIn(world), words, `${length} bytes`);
  }
  assert.deepEqual(world.troubles, []);
});

test('no flipped bit and no changed byte makes a wrong word or a wrong order', async () => {
  const world = await writtenScene();
  const file = world.at(world.today());
  for (let index = 0; index < world.bytes.length; index += 1) {
    for (const change of [1, 2, 4, 8, 16, 32, 64, 128, 0xff, (world.bytes[index] ?? 0) ^ 0x0a]) {
      if (change === 0) continue;
      const changed = Buffer.from(world.bytes);
      changed[index] = (changed[index] ?? 0) ^ change;
      writeFileSync(file, changed);
      const words = await wordsIn(world);
      const right = written.filter(word => words.includes(word));
      assert.deepEqual(words, right, `byte ${index} ^ ${change}`);
      assert.ok(words.length >= written.length - 1);
    }
  }
});

test('a torn last line takes nothing of the next writer with it', async () => {
  const world = await writtenScene();
  appendFileSync(world.at(world.today()), lineOf({ is: 'carried' })?.subarray(0, -5) ?? '');
  await world.window().append(say('four'));
  assert.deepEqual(await wordsIn(world), [...written, 'four']);
});

test('a line that only lacks its line break is said once, when another follows', async () => {
  const world = await writtenScene();
  const line = { is: 'record', by: 'somebody', count: 1, record: say('four') } as const;
  appendFileSync(world.at(world.today()), lineOf(line)?.subarray(0, -1) ?? '');
  const log = world.window();
  const words = wordsOf(log);
  await log.refresh();
  assert.deepEqual(words, written);
  appendFileSync(world.at(world.today()), lineOf(line) ?? '');
  await log.refresh();
  assert.deepEqual(words, [...written, 'four']);
});

const contents: Readonly<Record<string, string | Buffer>> = {
  nothing: '',
  'a poem': 'Two roads diverged in a yellow wood,\nAnd sorry I could not travel both\n',
  'one endless line': Buffer.alloc(3_000_000, 'x'),
  zeros: Buffer.alloc(100_000),
  'JSON of somebody else': '{"v":1,"is":"record"}\n',
  'a line of a later version': '\n56c2b2d4 {"v":2,"kind":"word","text":"later"}\n',
};

for (const [name, content] of Object.entries(contents)) {
  test(`a file with ${name} in it stays as it is, and the log goes on behind it`, async () => {
    const world = logScene();
    world.makeFolder();
    writeFileSync(world.at(world.today()), content);
    const log = world.window();
    const words = wordsOf(log);
    await log.append(say('a'));
    await log.append(say('b'));
    assert.deepEqual(words, ['a', 'b']);
    assert.deepEqual(await wordsIn(world), ['a', 'b']);
    const said = name === 'nothing' ? [] : ['damaged', 'damaged']; // by both windows
    assert.deepEqual([log.durable, world.names().length, world.troubles], [true, 1, said]);
  });
}

test('a whole line of a later version is passed over', async () => {
  const world = await writtenScene();
  const json = '{"v":2,"is":"record","by":"later","count":1,"record":{"kind":"word","text":"later"}}';
  appendFileSync(world.at(world.today()), `\n${hash('sha1', json, 'hex').slice(0, 8)} ${json}\n`);
  assert.deepEqual(await wordsIn(world), written);
});

test('each line of a log, cut anywhere, is not taken for damage; changed anywhere, it is', () => {
  const record: LogRecord = { kind: 'word', text: 'a', index: 5 };
  const lines = [
    lineOf({ is: 'record', by: 'me', count: 1, record }),
    lineOf({ is: 'record', by: 'me', count: 2, record: say('last') }),
    lineOf({ is: 'carried' }),
    lineOf({ is: 'sealed', next: '2026-11-22' }),
  ].map(bytes => bytes?.subarray(1, -1) ?? Buffer.alloc(0));
  for (const line of lines) {
    for (let length = 0; length < line.length; length += 1)
      assert.ok(!isDamaged(line.subarray(0, length)), line.toString('latin1', 0, length));
    for (let index = 0; index < line.length - 2; index += 1) {
      const changed = Buffer.from(line);
      changed[index] = (changed[index] ?? 0) ^ 4;
      assert.ok(isDamaged(changed), changed.toString('latin1'));
    }
  }
});

test('a line of a later version is not taken for damage', () => {
  const json = '{"v":2,"is":"record"}';
  assert.ok(!isDamaged(Buffer.from(`${hash('sha1', json, 'hex').slice(0, 8)} ${json}`)));
});

test('lines that somebody has changed are said, by file and number, once', async () => {
  const world = logScene();
  const writer = world.window();
  for (const word of ['a', 'b', 'c']) await writer.append(say(word));
  writer.close();
  const file = world.at(world.today());
  writeFileSync(
    file,
    world.textOf(world.today()).replace('"text":"b"', '"text":"x"') + 'not a line of ours\n'.repeat(2),
  );
  const details: string[] = [];
  const log = world.window({ onTrouble: (trouble, detail) => details.push(`${trouble}: ${detail}`) });
  const words = wordsOf(log);
  await log.refresh();
  await log.refresh();
  await log.append(say('d'));
  assert.deepEqual([words, details, log.durable], [['a', 'c', 'd'], [`damaged: 3 lines of ${world.today()}`], true]);
});

interface Obstacle {
  readonly name: string;
  readonly put: (file: string) => void;
  readonly options?: ReturnType<typeof onlyWith>;
}

const obstacles: readonly Obstacle[] = [
  { name: 'a folder', put: file => mkdirSync(path.join(file, 'inside'), { recursive: true }) },
  {
    name: 'a gigabyte',
    put: file => {
      writeFileSync(file, '');
      truncateSync(file, 2 ** 30);
    },
  },
  {
    name: 'a link',
    options: onlyWith('links'),
    put: file => symlinkSync(path.join(path.dirname(file), '..', 'outside'), file),
  },
  { name: 'a pipe', options: onlyWith('POSIX'), put: file => void execFileSync('mkfifo', [file]) },
];

for (const { name, put, options = {} } of obstacles) {
  test(`${name} in the place of the file is set aside, said once, and the log begins anew`, options, async () => {
    const world = logScene();
    world.makeFolder();
    put(world.at(world.today()));
    const log = world.window();
    const words = wordsOf(log);
    await log.refresh();
    await log.append(say('a'));
    assert.deepEqual(words, ['a']);
    assert.deepEqual(await wordsIn(world), ['a']);
    assert.deepEqual([log.durable, world.troubles], [true, ['set-aside']]);
    assert.match(world.names().join(), /^log-[\d-]+\.log,log-[\d-]+\.log\.bad-\d+$/);
  });
}

test('a link that points somewhere is not followed', onlyWith('links'), async () => {
  const world = logScene();
  world.makeFolder();
  const outside = path.join(world.folder, '..', 'outside.txt');
  writeFileSync(outside, 'outside');
  symlinkSync(outside, world.at(world.today()));
  await world.window().append(say('a'));
  assert.equal(readFileSync(outside, 'utf8'), 'outside');
});

const losses: Readonly<Record<string, (world: ReturnType<typeof logScene>) => void>> = {
  'the folder was deleted': ({ folder }) => rmSync(folder, { recursive: true }),
  'the file was deleted': ({ at, today }) => rmSync(at(today())),
  'the file was renamed': ({ at, today }) => renameSync(at(today()), at('elsewhere')),
  'the file was replaced': ({ at, today }) => {
    writeFileSync(at('other'), 'something else\n'.repeat(1000));
    renameSync(at('other'), at(today()));
  },
};

for (const [name, lose] of Object.entries(losses)) {
  test(`after ${name}, two windows go on together, and what still counts is carried over`, async () => {
    const world = logScene();
    const words: string[] = [];
    const one = world.window({ carryOver: () => words.slice(-1).map(say) });
    one.subscribe('word', ({ text }) => words.push(String(text)));
    const other = world.window();
    const otherWords = wordsOf(other);
    await one.append(say('a'));
    await other.append(say('b'));
    await one.refresh();
    lose(world);
    await one.append(say('c'));
    await other.append(say('d'));
    await one.refresh();
    assert.deepEqual(words, ['a', 'b', 'b', 'c', 'd']);
    assert.deepEqual(otherWords, words);
    assert.deepEqual(await wordsIn(world), ['b', 'c', 'd']);
    const said = name === 'the file was replaced' ? ['damaged', 'damaged', 'damaged'] : [];
    assert.deepEqual([one.durable, world.troubles], [true, said]);
  });
}

test('a file that went away in the moment of writing keeps nothing from the others', async () => {
  const world = logScene();
  const log = world.window();
  const words = wordsOf(log);
  log.subscribe('word', ({ text }) => {
    if (text === 'b') rmSync(world.at(world.today()));
  });
  await log.append(say('a'));
  await log.append(say('b'));
  assert.deepEqual(words, ['a', 'b']);
  assert.deepEqual(await wordsIn(world), ['b']);
});

test('after the file was emptied, a window that has looked since goes on with the others', async () => {
  const world = logScene();
  const [one, other] = [world.window(), world.window()];
  const words = [one, other].map(wordsOf);
  await one.append(say('a'));
  await other.append(say('b'));
  truncateSync(world.at(world.today()));
  await other.refresh();
  await one.append(say('c'));
  await other.append(say('d'));
  await one.refresh();
  assert.deepEqual(words, [
    ['a', 'c', 'd'],
    ['a', 'b', 'c', 'd'],
  ]);
});

test('a file that grew beyond all measure while it was open is set aside', async () => {
  const world = logScene();
  const log = world.window();
  const words = wordsOf(log);
  await log.append(say('a'));
  truncateSync(world.at(world.today()), 2 ** 30);
  await log.append(say('b'));
  assert.deepEqual(words, ['a', 'b']);
  assert.deepEqual(world.troubles, ['set-aside']);
  assert.deepEqual(await wordsIn(world), ['b']);
});

test('three million line ends, or lines of nothing of ours, are passed over on the way to what was written', async () => {
  for (const noise of ['\n', 'x\n', 'deadbeef \n', '00000000 {\n', '\r\n', 'a'.repeat(600) + '\n']) {
    const world = await writtenScene();
    const file = world.at(world.today());
    writeFileSync(file, Buffer.concat([Buffer.from(noise.repeat((3 * 1024 * 1024) / noise.length)), world.bytes]));
    assert.deepEqual(await wordsIn(world), written, JSON.stringify(noise));
  }
});
