import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StoreTrouble } from '../../../src/core/shared/store.ts';
import { doubted, keptAs, emptyDisk, windowOn } from './reviewWorld.ts';

const ids = (all: readonly { readonly id: string }[]): readonly string[] => all.map(({ id }) => id);

// https://github.com/modem-dev/hunk/issues/886: a review was lost with the window
test('an answer waits in every window and after a restart, until one of them decides', async () => {
  const disk = emptyDisk();
  const [one, other] = [windowOn(disk), windowOn(disk)];
  await one.queue.wait(await keptAs(doubted('a')));
  assert.deepEqual(ids(await other.queue.waiting()), ['a']);
  assert.deepEqual(ids(await windowOn(disk).queue.waiting()), ['a']);
  await other.queue.settle(await keptAs(doubted('a', { decision: 'discarded' })));
  assert.deepEqual(await one.queue.waiting(), []);
  assert.deepEqual(
    (await windowOn(disk).queue.decided()).map(({ id, outcome }) => [id, outcome]),
    [['a', 'rejected']],
  );
});

test('a decision is kept once, whoever tells of it again', async () => {
  const { queue } = windowOn(emptyDisk());
  await queue.wait(await keptAs(doubted('a')));
  const approved = await keptAs(doubted('a', { decision: 'approved' }));
  await queue.settle(approved);
  await queue.settle(approved);
  assert.equal((await queue.decided()).length, 1);
});

test('what never waited, and what waits no longer without a decision, is no decision', async () => {
  const { queue } = windowOn(emptyDisk());
  await queue.settle(await keptAs(doubted('never', { decision: 'used' })));
  await queue.wait(await keptAs(doubted('a')));
  await queue.settle(await keptAs(doubted('a')));
  assert.deepEqual([await queue.waiting(), await queue.decided()], [[], []]);
});

test('a note goes with its decision, its secrets masked, and not with the next one', async () => {
  const disk = emptyDisk();
  const { queue } = windowOn(disk);
  for (const id of ['a', 'b']) await queue.wait(await keptAs(doubted(id)));
  queue.say('a', { note: ' the password is hunter2 ', isEdited: true });
  assert.deepEqual([queue.saidOf('a')?.isEdited, queue.saidOf('b')], [true, undefined]);
  await queue.settle(await keptAs(doubted('a', { decision: 'approved' })));
  await queue.settle(await keptAs(doubted('b', { decision: 'discarded' })));
  const [second, first] = await queue.decided();
  assert.deepEqual([first?.note, first?.isEdited], ['the password is ****', true]);
  assert.deepEqual([second?.note, second?.isEdited], [undefined, undefined]);
  assert.doesNotMatch([...disk.texts.values()].join(''), /hunter2/);
});

test('an answer that is put back waits again, and what was decided before does not hold any more', async () => {
  const { queue } = windowOn(emptyDisk());
  await queue.wait(await keptAs(doubted('a')));
  queue.say('a', { note: 'good' });
  await queue.settle(await keptAs(doubted('a', { decision: 'approved' })));
  await queue.wait(await keptAs(doubted('a', { decision: 'kept' })));
  assert.deepEqual([ids(await queue.waiting()), await queue.decided()], [['a'], []]);
  await queue.settle(await keptAs(doubted('a', { decision: 'discarded' })));
  const [again] = await queue.decided();
  assert.deepEqual([again?.outcome, again?.note], ['rejected', undefined]);
});

test('a damaged file is said and put aside, and the list goes on', async () => {
  const disk = emptyDisk();
  const troubles: StoreTrouble[] = [];
  disk.texts.set('decided.json', '{"half');
  const { queue } = windowOn(disk, troubles);
  assert.deepEqual(await queue.decided(), []);
  assert.deepEqual(troubles, ['unusable']);
  assert.ok([...disk.texts.keys()].some(name => name.startsWith('decided.json.bad-')));
  await queue.wait(await keptAs(doubted('a')));
  await queue.settle(await keptAs(doubted('a', { decision: 'approved' })));
  assert.equal((await queue.decided()).length, 1);
});

test('the latest two hundred decisions are kept', async () => {
  const { queue } = windowOn(emptyDisk());
  for (let count = 0; count < 202; count += 1) {
    await queue.wait(await keptAs(doubted(`t${count}`)));
    await queue.settle(await keptAs(doubted(`t${count}`, { decision: 'discarded' })));
  }
  const kept = await queue.decided();
  assert.deepEqual([kept.length, kept[0]?.id, kept.at(-1)?.id], [200, 't201', 't2']);
});
