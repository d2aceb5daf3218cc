import assert from 'node:assert/strict';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import type { LogRecord, SharedLog } from '../../../src/core/shared/sharedLog.ts';
import { lineOf } from '../../../src/storage/logLine.ts';
import { byDay, byMonth } from '../../../src/storage/period.ts';
import { VirtualClock } from '../../support/virtualClock.ts';
import { periodMs, say, logScene, wordsIn, wordsOf } from './logScene.ts';

/** A window that carries the last word over. */
function carrier({ window }: ReturnType<typeof logScene>, options: { readonly clock?: VirtualClock } = {}) {
  const words: string[] = [];
  const carryOver = (): readonly LogRecord[] => words.slice(-1).map(say);
  const log: SharedLog = window({ carryOver, ...options });
  log.subscribe('word', ({ text }) => words.push(String(text)));
  return { log, words };
}

test('a period is the local day or the local month', () => {
  const [january, december] = [new Date(2026, 0, 3, 23, 59).getTime(), new Date(2026, 11, 31, 0, 1).getTime()];
  assert.deepEqual([byDay(january), byMonth(december)], ['2026-01-03', '2026-12']);
});

test('after midnight the log goes on in a new file that begins with what still counts', async () => {
  const world = logScene();
  const { log, words } = carrier(world);
  await log.append(say('yesterday'));
  const old = world.today();
  world.clock.jump(periodMs);
  await log.append(say('today'));
  assert.deepEqual(words, ['yesterday', 'yesterday', 'today']);
  assert.deepEqual(world.names(), [old, world.today()]);
  rmSync(world.at(old));
  assert.deepEqual(await wordsIn(world), ['yesterday', 'today']);
});

test('the first window of a new day knows what was said the day before, and carries it over', async () => {
  const world = logScene();
  await carrier(world).log.append(say('yesterday'));
  world.clock.jump(periodMs);
  const { log, words } = carrier(world);
  await log.refresh();
  assert.deepEqual(words, ['yesterday']);
  await log.append(say('today'));
  assert.deepEqual(await wordsIn(world), ['yesterday', 'today']);
});

test('windows that turn one after another agree, and so does one whose clock is behind', async () => {
  const world = logScene();
  const behind = new VirtualClock();
  const [one, other, late] = [world.window(), world.window(), world.window({ clock: behind })];
  const words = [one, other, late].map(wordsOf);
  for (const log of [one, other, late]) await log.append(say('old'));
  world.clock.jump(periodMs);
  await one.append(say('one'));
  await late.append(say('late'));
  await other.append(say('other'));
  for (const log of [one, other, late]) await log.refresh();
  assert.deepEqual(words[0], ['old', 'old', 'old', 'one', 'late', 'other']);
  assert.deepEqual(words[1], words[0]);
  assert.deepEqual(words[2], words[0]);
});

test('what is added behind the seal of a file is void there, and said in the next', async () => {
  const world = logScene();
  const one = world.window();
  const words = wordsOf(one);
  await one.append(say('a'));
  const old = world.today();
  world.clock.jump(periodMs);
  await world.window().append(say('b'));
  const bytes = lineOf({ is: 'record', by: 'somebody', count: 1, record: say('void') });
  writeFileSync(world.at(old), bytes ?? '', { flag: 'a' });
  await one.refresh();
  assert.deepEqual(words, ['a', 'b']);
});

test('a record that another window has sealed out in the moment of writing is said in the next file', async () => {
  const world = logScene();
  const tomorrow = byDay(world.clock.wall() + periodMs);
  let isSealing = false;
  const log = world.window({
    period: wallMs => {
      const seal = lineOf({ is: 'sealed', next: tomorrow });
      if (isSealing) writeFileSync(world.at(world.today()), seal ?? '', { flag: 'a' });
      isSealing = false;
      return byDay(wallMs);
    },
  });
  const words = wordsOf(log);
  await log.append(say('a'));
  isSealing = true;
  await log.append(say('b'));
  assert.deepEqual(words, ['a', 'b']);
  assert.match(world.textOf(`log-${tomorrow}.log`), /"text":"b"/);
  assert.deepEqual(await wordsIn(world), ['b']);
});

test('a record that can never be read back from its place is heard here alone, and said', async () => {
  const world = logScene();
  let day = 0;
  const log = world.window({
    period: wallMs => {
      if (day === 0) return byDay(wallMs);
      const seal = lineOf({ is: 'sealed', next: byDay(wallMs + ++day * periodMs) });
      const file = world.names().at(-1) ?? '';
      writeFileSync(world.at(file), seal ?? '', { flag: 'a' });
      return byDay(wallMs);
    },
  });
  const words = wordsOf(log);
  await log.append(say('a'));
  day = 1;
  await log.append(say('b'));
  assert.deepEqual(words, ['a', 'b']);
  assert.deepEqual([log.durable, world.troubles], [false, ['unknown']]);
});

test('the latest file is the one to write in, whatever the clock says', async () => {
  const world = logScene();
  await world.window().append(say('a'));
  const tomorrow = byDay(world.clock.wall() + periodMs);
  writeFileSync(world.at(`log-${tomorrow}.log`), '');
  await world.window().append(say('b'));
  assert.match(world.textOf(`log-${tomorrow}.log`), /"text":"b"/);
});

test('a clock that goes back does not split the log', async () => {
  const world = logScene();
  const one = world.window();
  const words = wordsOf(one);
  await one.append(say('a'));
  world.clock.jump(periodMs);
  await one.append(say('b'));
  world.clock.jump(-periodMs);
  await one.append(say('c'));
  const other = world.window();
  const otherWords = wordsOf(other);
  await other.append(say('d'));
  await one.refresh();
  assert.deepEqual(words, ['a', 'b', 'c', 'd']);
  assert.deepEqual(otherWords, ['b', 'c', 'd']);
});

test('a writer that was killed after it had sealed a file keeps nobody from going on', async () => {
  const world = logScene();
  const one = carrier(world);
  await one.log.append(say('a'));
  const tomorrow = byDay(world.clock.wall() + periodMs);
  writeFileSync(world.at(world.today()), lineOf({ is: 'sealed', next: tomorrow }) ?? '', { flag: 'a' });
  const { log, words } = carrier(world);
  await log.refresh();
  await one.log.append(say('b'));
  await log.refresh();
  assert.deepEqual(words, ['a', 'a', 'b']);
  assert.ok(existsSync(world.at(`log-${tomorrow}.log`)));
});

for (const [left, text] of Object.entries({ 'an empty file': '', 'half a line': '\n0badc0de {"v":1,"is":"rec' })) {
  test(`a writer that was killed in the middle of carrying over leaves ${left}, and nothing is forgotten`, async () => {
    const world = logScene();
    await carrier(world).log.append(say('a'));
    world.clock.jump(periodMs);
    writeFileSync(world.at(world.today()), text);
    const { log, words } = carrier(world);
    await log.append(say('b'));
    assert.deepEqual(words, ['a', 'a', 'b']);
    assert.deepEqual(await wordsIn(world), ['a', 'b']);
  });
}

test('a seal that names an earlier period, or none, is no seal', async () => {
  const world = logScene();
  const log = world.window();
  const words = wordsOf(log);
  await log.append(say('a'));
  for (const next of ['2001-01-01', '../evil', '']) {
    const bytes = lineOf({ is: 'sealed', next });
    writeFileSync(world.at(world.today()), bytes ?? '', { flag: 'a' });
  }
  await log.append(say('b'));
  assert.deepEqual(words, ['a', 'b']);
});

test('the files of the last periods are kept, older ones and no others are removed', async () => {
  const world = logScene();
  const log = world.window({ keep: 2 });
  await log.append(say('a'));
  const others = ['log-.log', 'log-2001-01-01.txt', 'other-2001-01-01.log', 'log-older-2001-01-01.log'];
  for (const name of others) writeFileSync(world.at(name), 'mine');
  for (let day = 0; day < 4; day += 1) {
    world.clock.jump(periodMs);
    await log.append(say('b'));
  }
  const kept = [world.clock.wall() - periodMs, world.clock.wall()].map(time => `log-${byDay(time)}.log`);
  assert.deepEqual(world.names(), [...kept, ...others].toSorted());
});

test('a window that slept while its file was removed goes on with the others', async () => {
  const world = logScene();
  const sleeper = carrier(world);
  await sleeper.log.append(say('a'));
  const awake = carrier(world);
  await awake.log.refresh();
  for (let day = 0; day < 5; day += 1) {
    world.clock.jump(periodMs);
    await awake.log.append(say(`day ${day}`));
  }
  await sleeper.log.refresh();
  await sleeper.log.append(say('b'));
  await awake.log.refresh();
  assert.deepEqual(sleeper.words.slice(-2), ['day 4', 'b']);
  assert.deepEqual(awake.words.slice(-2), ['day 4', 'b']);
});
