import assert from 'node:assert/strict';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { onlyWith } from '../support/onlyWith.ts';
import type { CachedAnswer } from '../../src/core/cache/cachedAnswer.ts';
import { heardBy, kept, answerScene } from './answerSegments/answerScene.ts';

const sizeOf = ({ at, segments }: Pick<ReturnType<typeof answerScene>, 'at' | 'segments'>) =>
  segments().reduce((sum, name) => sum + statSync(at(name)).size, 0);

/** A step ends after 4 ms. */
function takeLongerThanAStep<Value>(value: Value): Value {
  for (const until = performance.now() + 6; performance.now() < until;);
  return value;
}

test('what one window keeps another one finds, whole', async () => {
  const { window } = answerScene();
  const answer = kept('a', 'line\nbreak, “quotes” and 日本', {
    requestId: 'request-1',
    confidence: { tier: 'checked', score: 0.9, signs: [{ code: 'parses', weight: 'good', facts: { line: 3 } }] },
    likeness: { guard: 'guard', words: 'abcdefg' },
  });
  await window().append(answer);
  const found: CachedAnswer[] = [];
  await window().read({ kept: one => found.push(one), cleared: () => undefined });
  assert.deepEqual(found, [answer]);
});

test('nothing is opened or made before the first answer', async () => {
  const { window, folder, troubles } = answerScene();
  const store = window();
  assert.deepEqual(await heardBy(store), []);
  assert.deepEqual([existsSync(folder), troubles], [false, []]);
});

test('the folder and its segments are for the user alone (S14)', onlyWith('POSIX'), async () => {
  const { window, folder, at, segments } = answerScene();
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  await window().append(kept('a'));
  const modes = [folder, ...segments().map(at)].map(file => (statSync(file).mode & 0o777).toString(8));
  assert.deepEqual(modes, ['700', '600']);
});

test('a window hears each answer of another one once, as they come, and none of its own', async () => {
  const { window } = answerScene();
  const [one, other] = [window(), window()];
  await one.append(kept('a'));
  await other.append(kept('b'));
  assert.deepEqual(await heardBy(one), ['b']);
  assert.deepEqual(await heardBy(other), ['a']);
  await one.append(kept('c'));
  assert.deepEqual(await heardBy(other), ['c']);
  assert.deepEqual(await heardBy(other), []);
});

test('F176: an old window that still lives beside the new one adds its answers, and both find all', async () => {
  const { window, segments } = answerScene();
  const [old, young] = [window(), window()];
  for (const key of ['a', 'b', 'c'])
    await Promise.all([old.append(kept(`${key} old`)), young.append(kept(`${key} new`))]);
  const found = await heardBy(window());
  assert.deepEqual([found.toSorted(), segments().length], [['a new', 'a old', 'b new', 'b old', 'c new', 'c old'], 2]);
});

test('a full segment is followed by another one', async () => {
  const { window, segments, at } = answerScene();
  const store = window();
  for (let index = 0; index < 30; index += 1) await store.append(kept(String(index), 'x'.repeat(100_000)));
  assert.equal((await heardBy(window())).length, 30);
  assert.ok(segments().every(name => statSync(at(name)).size <= 1024 * 1024));
});

test('all segments together stay within bounds, and the oldest go first', async () => {
  const world = answerScene();
  const store = world.window({ maxBytes: () => 400_000 });
  for (let index = 0; index < 40; index += 1) await store.append(kept(String(index), 'x'.repeat(20_000)));
  const found = await heardBy(world.window());
  assert.ok(sizeOf(world) <= 400_000, `${sizeOf(world)} bytes`);
  assert.deepEqual([found.includes('0'), found.includes('39')], [false, true]);
});

test('an answer that is larger than a segment may be is not kept', async () => {
  const { window } = answerScene();
  const store = window({ maxBytes: () => 40_000 });
  await store.append(kept('large', 'x'.repeat(20_000)));
  await store.append(kept('small'));
  assert.deepEqual(await heardBy(window()), ['small']);
});

test('a segment that another window may be adding to goes after those of windows long closed', async () => {
  const world = answerScene();
  const [living, dead] = [world.window(), world.window()];
  await living.append(kept('living', 'x'.repeat(10_000)));
  const [ofLiving = ''] = world.segments();
  await dead.append(kept('dead', 'x'.repeat(10_000)));
  const ofDead = world.segments().find(name => name !== ofLiving) ?? '';
  const now = world.clock.wall() / 1000;
  utimesSync(world.at(ofLiving), now - 600, now - 600);
  utimesSync(world.at(ofDead), now + 7200, now + 7200); // changed later, but not within the hour
  await heardBy(world.window({ maxBytes: () => 15_000 }));
  assert.deepEqual(world.segments(), [ofLiving]);
});

test('a window whose segment was evicted begins another one', async () => {
  const { window, segments, at } = answerScene();
  const [one, other] = [window(), window()];
  await other.append(kept('other'));
  await one.append(kept('a'));
  for (const name of segments()) rmSync(at(name));
  writeFileSync(at('answers-somebody-1.seg'), '');
  await one.append(kept('b'));
  assert.deepEqual(await heardBy(window()), ['b']);
});

test('a segment that nobody has added to for a month is removed', async () => {
  const { window, segments, at, clock } = answerScene();
  await window().append(kept('a'));
  const [name = ''] = segments();
  const aMonthAgo = clock.wall() / 1000 - 31 * 24 * 60 * 60;
  utimesSync(at(name), aMonthAgo, aMonthAgo);
  await heardBy(window());
  assert.deepEqual(segments(), []);
});

test('forgetting removes all segments and those set aside, and the other windows hear of it', async () => {
  const { window, segments, names, put } = answerScene();
  const [one, other] = [window(), window()];
  await one.append(kept('a'));
  await other.append(kept('b'));
  await heardBy(other);
  put('answers-x-1.seg.bad-1', 'old');
  await one.clear();
  assert.deepEqual([segments(), names()], [[], ['answers-cleared']]);
  assert.deepEqual(await heardBy(other), ['|']);
  await one.append(kept('c'));
  assert.deepEqual(await heardBy(other), ['c']);
  await other.append(kept('d'));
  assert.deepEqual(await heardBy(one), ['d']);
});

test('an answer that another window adds in the moment of forgetting is not kept', async () => {
  const { window } = answerScene();
  const [one, other] = [window(), window()];
  await other.append(kept('a'));
  await one.clear();
  await other.append(kept('given before'));
  await other.append(kept('given after'));
  assert.deepEqual(await heardBy(window()), ['given after']);
});

test('a segment of before the forgetting counts no more, even if its removal was cut short', async () => {
  const { window, segments, bytesOf, put } = answerScene();
  const store = window();
  await store.append(kept('a'));
  const [name = ''] = segments();
  const bytes = bytesOf(name);
  await store.clear();
  put(name, bytes);
  assert.deepEqual(await heardBy(window()), []);
});

test('when the folder is deleted under a window, all is forgotten there too, and the next answer makes it again', async () => {
  const { window, folder, troubles } = answerScene();
  const [one, other] = [window(), window()];
  await one.append(kept('a'));
  await heardBy(other);
  rmSync(folder, { recursive: true });
  assert.deepEqual(await heardBy(other), ['|']);
  await other.append(kept('b'));
  assert.deepEqual([await heardBy(window()), troubles], [['b'], []]);
});

test('a link in the place of a segment is neither followed nor written through (S14)', onlyWith('links'), async () => {
  const { window, segments, at, folder } = answerScene();
  const store = window();
  await store.append(kept('a'));
  const [name = ''] = segments();
  const elsewhere = path.join(path.dirname(folder), 'elsewhere');
  writeFileSync(elsewhere, '');
  rmSync(at(name));
  symlinkSync(elsewhere, at(name));
  await store.append(kept('b'));
  assert.equal(statSync(elsewhere).size, 0);
  await heardBy(window());
  assert.equal(statSync(elsewhere).size, 0);
});

test('a window whose segment somebody has changed adds nothing more to it', async () => {
  const { window, segments, at } = answerScene();
  const store = window();
  await store.append(kept('a'));
  appendFileSync(at(segments()[0] ?? ''), 'half a line');
  await store.append(kept('b'));
  assert.deepEqual((await heardBy(window())).toSorted(), ['a', 'b']);
});

test('answers that take long to take in are read in steps, between which others run', async () => {
  const { window, segments, bytesOf, put } = answerScene();
  await window().append(kept('a'));
  const [name = ''] = segments();
  const [head = '', line = ''] = bytesOf(name).toString().split('\n');
  put(name, `${head}\n${`${line}\n`.repeat(10)}`);
  let turns = 0;
  let isDone = false;
  const others = (async () => {
    for (; !isDone; turns += 1) await turn();
  })();
  const turnsAt: number[] = [];
  await window().read({ kept: () => turnsAt.push(takeLongerThanAStep(turns)), cleared: () => undefined });
  isDone = true;
  await others;
  assert.equal(new Set(turnsAt).size, 10, turnsAt.join());
});
