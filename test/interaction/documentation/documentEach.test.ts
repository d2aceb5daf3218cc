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

/** Each declaration is answered by the next of these. */
async function world(replies: readonly (Turn | string)[], cancelAfter = Infinity) {
  const asked: string[] = [];
  const told: string[] = [];
  const stop = new AbortController();
  const all = replies.map((_, at) => ({ name: `part${at + 1}` }));
  const outcome = await documentEach(all, {
    ask: ({ name }) => {
      if (asked.push(name) === cancelAfter) stop.abort();
      return Promise.resolve(replies[asked.length - 1] ?? 'nothing');
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
  assert.deepEqual(outcome, { leftOut: [], isCancelled: false, notAsked: 0 });
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
  assert.deepEqual(stopped.outcome, { leftOut, isCancelled: true, notAsked: 1 });
  const cancelled = await world([used, used, used], 2);
  assert.deepEqual([cancelled.asked.length, cancelled.outcome.isCancelled, cancelled.outcome.notAsked], [2, true, 1]);
});
