import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { AnswerCache, type AnswerCacheParts } from '../../../src/core/cache/answerCache.ts';
import { answerOf } from '../../support/scripted.ts';
import { settle, VirtualClock } from '../../support/virtualClock.ts';
import { MemoryDisk } from './memoryDisk.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

function world(options: { maxEntries?: number; maxBytes?: number } = {}) {
  const clock = new VirtualClock();
  const disk = new MemoryDisk();
  const settings = { maxEntries: 100, ttlMs: hourMs, ...options };
  const window = (parts: AnswerCacheParts = {}) =>
    new AnswerCache(clock, () => settings, { store: disk.window(), ...parts });
  return { clock, disk, settings, window };
}

const given = (text: string) => answerOf('first', text, { requestId: 'request-1' });

test('what one window remembers, one that is opened later finds, with its age', async () => {
  const { clock, window } = world();
  const one = window();
  one.remember('a', given('text'));
  await one.flush();
  clock.sleep(60_000);
  const other = window();
  await other.refresh();
  assert.deepEqual(other.fresh('a'), { ...given('text'), from: '', freshness: 'cached', ageMs: 60_000 });
});

test('nothing is read before the first question', () => {
  const { disk, window } = world();
  window().fresh('a');
  window().remember('b', given('text'));
  assert.equal(disk.reads, 0);
});

test('other windows are looked at once a second at most', async () => {
  const { clock, disk, window } = world();
  const answers = window();
  await answers.refresh();
  assert.equal(answers.refresh(), undefined);
  clock.jump(1_001);
  await answers.refresh();
  assert.equal(disk.reads, 2);
});

test('the first question waits 1 s for a slow disk, no longer, and what comes later is there for the next one', async () => {
  const { clock, disk, window } = world();
  window().remember('a', given('text'));
  await clock.pass(100);
  const slow = Promise.withResolvers<undefined>();
  disk.slow = slow.promise.then(() => undefined);
  const answers = window();
  assert.equal(await waitMs(clock, answers), 1_000);
  assert.deepEqual([answers.fresh('a'), answers.refresh()], [undefined, undefined]);
  slow.resolve(undefined);
  await settle();
  assert.equal(answers.fresh('a')?.text, 'text');
});

test('later questions wait 50 ms for what other windows have added', async () => {
  const { clock, disk, window } = world();
  const answers = window();
  await answers.refresh();
  await clock.pass(1_001);
  disk.slow = new Promise(() => undefined);
  assert.equal(await waitMs(clock, answers), 50);
});

/** How long a question would wait for the disk, ms. */
async function waitMs(clock: VirtualClock, answers: AnswerCache): Promise<number> {
  let isWaiting = true;
  void answers.refresh()?.then(() => (isWaiting = false));
  const since = clock.now();
  while (isWaiting) await clock.pass(10);
  return clock.now() - since;
}

test('F143: an answer with a secret in it is kept nowhere, nor one that cannot be searched', async () => {
  const { disk, window } = world();
  const mask = async (text: string) => {
    if (text === 'broken') throw new Error('no scanner');
    return text.replace('hunter2', '*');
  };
  const answers = window({ mask });
  for (const text of ['say hunter2', 'broken', 'clean']) answers.remember(text, given(text));
  await answers.flush();
  const found = ['say hunter2', 'broken', 'clean'].map(key => answers.older(key)?.text);
  assert.deepEqual([found, disk.answers.map(({ text }) => text)], [[undefined, undefined, 'clean'], ['clean']]);
});

test('F171: a wall clock that jumps back a day gives no negative age, and nothing stays fresh for longer', async () => {
  const { clock, window } = world();
  const answers = window();
  answers.remember('a', given('text'));
  clock.sleep(-1_000);
  assert.equal(answers.fresh('a')?.ageMs, 0);
  clock.sleep(-dayMs);
  assert.deepEqual([answers.fresh('a'), answers.older('a')?.ageMs], [undefined, 0]);
});

test('F171: a wall clock that jumps a day ahead makes answers old, not lost', () => {
  const { clock, window } = world();
  const answers = window();
  answers.remember('a', given('text'));
  clock.sleep(dayMs);
  assert.deepEqual([answers.fresh('a'), answers.older('a')?.ageMs], [undefined, dayMs]);
});

test('F171: however the wall clock jumps, ages are not negative and what is fresh is not older than its time', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -2 * dayMs, max: 2 * dayMs }), { maxLength: 6 }), jumps => {
      const { clock, window } = world();
      const answers = window();
      answers.remember('a', given('text'));
      for (const jumpMs of jumps) {
        clock.sleep(jumpMs);
        const [fresh, older] = [answers.fresh('a'), answers.older('a')];
        assert.ok(older && older.ageMs >= 0);
        assert.ok(!fresh || (fresh.ageMs >= 0 && fresh.ageMs <= hourMs));
      }
    }),
  );
});

test('the number of answers is bounded, and a bound that changes keeps those used last', () => {
  const { settings, window } = world({ maxEntries: 3 });
  const answers = window();
  for (const key of ['a', 'b', 'c', 'd']) answers.remember(key, given(key));
  assert.deepEqual([answers.size, answers.older('a')], [3, undefined]);
  answers.older('b');
  settings.maxEntries = 2;
  answers.remember('e', given('e'));
  assert.deepEqual(
    ['b', 'c', 'd', 'e'].map(key => answers.older(key)?.text),
    ['b', undefined, undefined, 'e'],
  );
});

test('the bytes of answers are bounded, and a very long one is not kept', () => {
  const answers = world({ maxBytes: 80_000 }).window();
  for (let index = 0; index < 50; index += 1) answers.remember(String(index), given('x'.repeat(1_000)));
  answers.remember('long', given('x'.repeat(10_000)));
  assert.ok(answers.size < 40, `${answers.size} answers`);
  assert.deepEqual([answers.older('long'), answers.older('49')?.text.length], [undefined, 1_000]);
});

test('what waits to be written when all is forgotten is not written after it', async () => {
  const { clock, disk, window } = world();
  const slow = Promise.withResolvers<string>();
  const answers = window({ mask: async text => (text === 'slow' ? slow.promise : text) });
  answers.remember('a', given('quick'));
  answers.remember('b', given('slow'));
  await clock.pass(100);
  await answers.clear();
  slow.resolve('slow');
  await answers.flush();
  assert.deepEqual(disk.answers, []);
});

test('forgetting reaches the disk and the other windows', async () => {
  const { clock, disk, window } = world();
  const [one, other] = [window(), window()];
  one.remember('a', given('text'));
  await one.flush();
  await other.refresh();
  assert.equal(other.fresh('a')?.text, 'text');
  await one.clear();
  clock.jump(2_000);
  await other.refresh();
  assert.deepEqual([one.fresh('a'), other.fresh('a'), disk.answers], [undefined, undefined, []]);
});

test('what was on its way to the disk when all was forgotten does not come back', async () => {
  const { disk, window } = world();
  const answers = window({ mask: async text => text });
  answers.remember('a', given('text'));
  await answers.clear();
  await answers.flush();
  assert.deepEqual([answers.older('a'), disk.answers], [undefined, []]);
});

test('of two answers under one key the later one counts, in whatever order they are heard', async () => {
  const { clock, disk, window } = world();
  const answers = window();
  clock.sleep(10_000);
  answers.remember('a', given('later'));
  await answers.flush();
  const [later] = disk.answers;
  assert.ok(later);
  disk.answers.push({ ...later, text: 'earlier', at: later.at - 5_000 });
  const other = window();
  await Promise.all([answers.refresh(), other.refresh()]);
  assert.deepEqual([answers.older('a')?.text, other.older('a')?.text], ['later', 'later']);
});

test('it is written when nobody waits: not before the answer was given', async () => {
  const { clock, disk, window } = world();
  window().remember('a', given('text'));
  await settle();
  assert.equal(disk.answers.length, 0);
  await clock.pass(50);
  assert.equal(disk.answers.length, 1);
});
