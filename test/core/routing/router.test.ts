import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ordered, type Route } from '../../../src/core/routing/router.ts';
import type { QuestionRecord } from '../../../src/core/model/questionRecord.ts';
import { house } from '../../support/house.ts';
import { ask, scripted, targetOf } from '../../support/scripted.ts';

const reversed: Route = (_question, candidates) => candidates.toReversed();

/** Two targets that answer, asked the other way round than they are written, and what an observer learns. */
function reversedWorld() {
  const [first, second] = [scripted('first', { says: 'one' }), scripted('second', { says: 'two' })];
  const began: string[][] = [];
  const records: QuestionRecord[] = [];
  const observer = {
    began: (_id: string, chain: readonly { readonly id: string }[]) => began.push(chain.map(({ id }) => id)),
    ended: (record: QuestionRecord) => records.push(record),
  };
  return { ...house([first, second], { route: reversed, observers: [observer] }), first, second, began, records };
}

test('as written, the chain stays as it is', () => {
  const chain = ['one', 'two'].map(id => targetOf(id));
  assert.deepEqual(ordered({ taskClass: 'standard' }, chain), chain);
});

test('who is asked first is decided by the route', async () => {
  const { client, first, second } = reversedWorld();
  assert.equal((await client.ask(ask().question)).from, 'second');
  assert.deepEqual([first.calls.length, second.calls.length], [0, 1]);
});

test('observers learn the order of the route, and whom it puts first also of a question that may not go there', async () => {
  const { client, began, records } = reversedWorld();
  await client.ask(ask().question);
  await client.ask(ask({ only: ['first'] }).question);
  assert.deepEqual(began, [['second', 'first'], ['first']]);
  assert.deepEqual(
    records.map(record => record.first),
    ['second', 'second'],
  );
});

test('of two remembered answers the one of the target that would be asked first is given', async () => {
  const { client } = reversedWorld();
  for (const only of ['first', 'second']) await client.ask(ask({ only: [only] }).question);
  const { from, freshness } = await client.ask(ask().question);
  assert.deepEqual([from, freshness], ['second', 'cached']);
});
