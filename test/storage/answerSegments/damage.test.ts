import assert from 'node:assert/strict';
import { mkdirSync, truncateSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CachedAnswer } from '../../../src/core/cache/cachedAnswer.ts';
import { heardBy, kept, answerScene } from './answerScene.ts';

/** A segment with ten answers, as bytes. */
async function wholeSegment(): Promise<Buffer> {
  const { window, segments, bytesOf } = answerScene();
  const store = window();
  for (let index = 0; index < 10; index += 1) await store.append(kept(String(index)));
  return bytesOf(segments()[0] ?? '');
}

/** What is read of a segment with these bytes. */
async function readFrom(bytes: Buffer) {
  const world = answerScene();
  world.put('answers-other-1.seg', bytes);
  const found: CachedAnswer[] = [];
  await world.window().read({ kept: one => found.push(one), cleared: () => undefined });
  return { found, troubles: world.troubles };
}

const isWhole = (one: CachedAnswer): boolean => JSON.stringify(one) === JSON.stringify(kept(one.key));

test('F175, F179: of a segment that was cut anywhere all whole answers are found, and no other', async () => {
  const bytes = await wholeSegment();
  for (let length = 0; length <= bytes.length; length += 53) {
    const { found, troubles } = await readFrom(bytes.subarray(0, length));
    const lines = bytes.subarray(0, length).toString('latin1').split('\n').length - 1;
    assert.deepEqual([found.length, found.every(isWhole), troubles], [Math.max(0, lines - 1), true, []]);
  }
});

test('F179: an answer with a byte changed anywhere is never given, and the others are', async () => {
  const bytes = await wholeSegment();
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (place, change) => {
      const damaged = Buffer.from(bytes);
      damaged[place] = (damaged[place] ?? 0) ^ change;
      const { found } = await readFrom(damaged);
      assert.ok(found.every(isWhole));
      assert.ok(place <= bytes.indexOf('\n') || found.length >= 8, `${found.length} of 10`);
    }),
    { numRuns: 80 },
  );
});

test('F179: bytes of nobody are passed over', async () => {
  const bytes = await wholeSegment();
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), async noise => {
      const head = bytes.subarray(0, bytes.indexOf('\n') + 1);
      assert.deepEqual((await readFrom(Buffer.concat([head, noise]))).found, []);
      assert.deepEqual((await readFrom(Buffer.from(noise))).found, []);
    }),
    { numRuns: 30 },
  );
});

test('F179: an empty segment, and one of a later version, are left where they are', async () => {
  const world = answerScene();
  world.put('answers-empty-1.seg', '');
  const later = (await wholeSegment()).toString('latin1').replace('steadfast-answers 1', 'steadfast-answers 2');
  world.put('answers-later-1.seg', later);
  assert.deepEqual([await heardBy(world.window()), world.troubles], [[], []]);
  assert.deepEqual(world.segments(), ['answers-empty-1.seg', 'answers-later-1.seg']);
});

test('F179: a folder and a file of 1 GB in the place of segments are set aside, said once, and keep nobody from the others', async () => {
  const world = answerScene();
  await world.window().append(kept('a'));
  mkdirSync(world.at('answers-folder-1.seg'));
  world.put('answers-huge-1.seg', '');
  truncateSync(world.at('answers-huge-1.seg'), 1024 ** 3);
  const store = world.window();
  assert.deepEqual([await heardBy(store), world.troubles], [['a'], ['unusable']]);
  assert.deepEqual(
    world
      .names()
      .map(name => name.replace(/-\d+$/, ''))
      .slice(-2),
    ['answers-folder-1.seg.bad', 'answers-huge-1.seg.bad'],
  );
});

test('F179: a folder in the place of the mark of forgetting is set aside', async () => {
  const world = answerScene();
  await world.window().append(kept('a'));
  mkdirSync(world.at('answers-cleared'));
  const store = world.window();
  assert.deepEqual([await heardBy(store), world.troubles], [['a'], []]);
});

test('a changed mark of forgetting makes all void rather than bringing anything back', async () => {
  const world = answerScene();
  const store = world.window();
  await store.append(kept('a'));
  await store.clear();
  await store.append(kept('b'));
  world.put('answers-cleared', 'something else');
  assert.deepEqual(await heardBy(world.window()), []);
});

for (const [name, change] of Object.entries({
  'no usage': { usage: undefined },
  'a doubtful verdict': { confidence: { tier: 'doubtful', score: 0.5, signs: [] } },
  'an unknown sign': {
    confidence: { tier: 'checked', score: 0.5, signs: [{ code: 'toString', weight: 'good', facts: {} }] },
  },
  'a time that is none': { at: 'today' },
  'a likeness that is none': { likeness: { guard: 1 } },
  'no text': { text: undefined },
})) {
  test(`a line of ours with ${name} is no answer`, async () => {
    const world = answerScene();
    const strange: object = { ...kept('a'), ...change };
    await world.window().append(strange as CachedAnswer);
    assert.deepEqual(await heardBy(world.window()), []);
  });
}

test('of ten thousand files the latest are read, and the others removed some at a time', async () => {
  const world = answerScene();
  await world.window().append(kept('here'));
  const [own = ''] = world.segments();
  const bytes = world.bytesOf(own);
  for (let count = 0; count < 10_000; count += 1) world.put(`answers-other-${count}.seg`, bytes);
  const window = world.window();
  const heard = await heardBy(window);
  assert.equal(heard.length, 200);
  assert.equal(world.segments().length, 10_001 - 500);
});
