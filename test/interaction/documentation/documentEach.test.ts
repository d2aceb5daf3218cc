import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../../../src/core/model/failure.ts';
import { newTurn, type Turn } from '../../../src/interaction/conversation/turn.ts';
import { documentEach } from '../../../src/interaction/documentation/documentEach.ts';

const turn = (more: Partial<Turn>): Turn => ({
  ...newTurn({ id: '1', title: 'Document', form: 'code', status: '' }),
  phase: 'done',
  ...more,
});

const used = turn({ proposed: true });
const failed = (kind: 'server' | 'budget-blocked' | 'no-target') =>
  turn({ phase: 'failed', failure: new Failure(kind) });

/** Seven declarations in batches of three; each question is answered by the next of these. */
async function inBatches(...replies: readonly (readonly number[] | Turn | string)[]) {
  const asked: (readonly string[])[] = [];
  const told: string[] = [];
  const all = Array.from({ length: 7 }, (_, at) => ({ name: `part${at + 1}` }));
  const outcome = await documentEach(all, {
    limits: { size: 3, fits: () => true },
    ask: some => {
      asked.push(some.map(({ name }) => name.slice(-1)));
      const reply = replies[asked.length - 1] ?? [0, 1, 2];
      if (typeof reply === 'string') return Promise.resolve(reply);
      const turn = 'phase' in reply ? reply : reply.length > 0 ? used : unread;
      return Promise.resolve({ turn, done: 'phase' in reply ? [] : some.filter((_, at) => reply.includes(at)) });
    },
    tell: words => told.push(words),
    labelOf: id => id,
    signal: new AbortController().signal,
  });
  return { asked: asked.map(some => some.join('')), told, outcome };
}

const unread = turn({ unusable: 'It holds no comment.' });

/** Each declaration is answered by the next of these. */
async function world(replies: readonly (Turn | string)[], cancelAfter = Infinity) {
  const asked: string[] = [];
  const told: string[] = [];
  const stop = new AbortController();
  const all = replies.map((_, at) => ({ name: `part${at + 1}` }));
  const outcome = await documentEach(all, {
    limits: { size: 1, fits: () => true },
    ask: some => {
      const [one] = some;
      if (asked.push(one?.name ?? '') === cancelAfter) stop.abort();
      const reply = replies[asked.length - 1] ?? 'nothing';
      return Promise.resolve(
        typeof reply === 'string' ? reply : { turn: reply, done: reply.proposed === true ? some : [] },
      );
    },
    tell: words => told.push(words),
    labelOf: id => id,
    signal: stop.signal,
  });
  return { asked, told, outcome };
}

test('all are asked about, one after the other, and it is said how far it is', async () => {
  const { asked, told, outcome } = await world([used, used]);
  assert.deepEqual(
    [asked, told],
    [
      ['part1', 'part2'],
      ['1 of 2: part1', '2 of 2: part2'],
    ],
  );
  const later = { turns: [], groups: [] };
  assert.deepEqual(outcome, { leftOut: [], isCancelled: false, notAsked: 0, later });
});

test('one that fails, is doubted, or holds nothing of use is left out with its reason, and the others go on', async () => {
  const { outcome } = await world([
    failed('server'),
    used,
    turn({ unusable: 'It holds no comment.' }),
    turn({}),
    'Its code has changed.',
    used,
  ]);
  assert.deepEqual(
    [outcome.leftOut.map(({ name }) => name), outcome.leftOut.slice(1).map(({ reason }) => reason), outcome.notAsked],
    [
      ['part1', 'part3', 'part4', 'part5'],
      ['It holds no comment.', 'Its answer is doubted.', 'Its code has changed.'],
      0,
    ],
  );
});

test('after two failures in a row no more are asked', async () => {
  const { asked, outcome } = await world([failed('server'), failed('server'), used, used]);
  assert.deepEqual([asked.length, outcome.leftOut.length, outcome.notAsked], [2, 2, 2]);
});

test('what would end like this for all ends it at once', async () => {
  for (const kind of ['budget-blocked', 'no-target'] as const) {
    const { asked, outcome } = await world([failed(kind), used]);
    assert.deepEqual([asked.length, outcome.notAsked, outcome.isCancelled], [1, 1, false]);
  }
});

test('a question that was stopped ends it, and so does the way out of the progress', async () => {
  const stopped = await world([used, turn({ phase: 'cancelled' }), used]);
  const leftOut = [{ name: 'part2', reason: 'stopped while it was being answered' }];
  const later = { turns: [], groups: [] };
  assert.deepEqual(stopped.outcome, { leftOut, isCancelled: true, notAsked: 1, later });
  const cancelled = await world([used, used, used], 2);
  assert.deepEqual([cancelled.asked.length, cancelled.outcome.isCancelled, cancelled.outcome.notAsked], [2, true, 1]);
});

test('several are asked about in one question, and it is said how far it is', async () => {
  const { asked, told, outcome } = await inBatches();
  assert.deepEqual(asked, ['123', '456', '7']);
  assert.deepEqual(told, ['1 to 3 of 7: part1 … part3', '4 to 6 of 7: part4 … part6', '7 of 7: part7']);
  assert.deepEqual(outcome.leftOut, []);
});

test('what an answer has no comment for is asked again alone, and then has a reason of its own', async () => {
  const { asked, outcome } = await inBatches([0, 2], [], []);
  assert.deepEqual(
    [asked, outcome.leftOut],
    [['123', '2', '2', '456', '7'], [{ name: 'part2', reason: 'It holds no comment.' }]],
  );
});

test('several that could not be asked together are asked each alone, and each says why', async () => {
  const { asked, outcome } = await inBatches('Its code has changed.', 'Its code has changed.');
  assert.deepEqual([asked, outcome.leftOut.map(({ name }) => name)], [['123', '1', '2', '3', '456', '7'], ['part1']]);
});

test('what nobody answers waits for later, with the rest, in its batches', async () => {
  const { outcome } = await inBatches(failed('server'), failed('server'));
  const { turns, groups } = outcome.later;
  assert.deepEqual([outcome.leftOut.length, outcome.notAsked], [6, 1]);
  assert.deepEqual(
    [turns.map(({ count }) => count), groups.map(some => some.map(({ name }) => name))],
    [[3, 3], [['part7']]],
  );
});

test('what only the user can mend, or has stopped, is not kept for later', async () => {
  for (const replies of [[failed('no-target')], [failed('server'), turn({ phase: 'cancelled' })]]) {
    const { outcome } = await inBatches(...replies);
    assert.deepEqual(outcome.later, { turns: [], groups: [] });
  }
});
