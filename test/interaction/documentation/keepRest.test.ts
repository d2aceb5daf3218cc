import assert from 'node:assert/strict';
import { test } from 'node:test';
import { docs } from '../../../src/assist/tasks/docs.ts';
import { Conversation } from '../../../src/interaction/conversation/conversation.ts';
import { canAskLater } from '../../../src/interaction/conversation/deferral.ts';
import { newTurn, type Turn } from '../../../src/interaction/conversation/turn.ts';
import { keepRest } from '../../../src/interaction/documentation/keepRest.ts';
import { contextOf } from '../../assist/context.ts';
import { answering, conversationParts } from '../../support/conversationParts.ts';
import { VirtualClock } from '../../support/virtualClock.ts';

const failed: Turn = { ...newTurn({ id: 'f', title: 'Document', form: 'code', status: '' }), phase: 'failed' };
const items = ['k3f', 'b7q'].map((id, first) => ({ id, first, last: first, head: first }));
const request = { assistance: docs, context: contextOf({ items }) };

/** Keeps so many questions. */
async function world(room: number) {
  const conversation = new Conversation(conversationParts(new VirtualClock(), answering([], [])));
  const kept: Turn[] = [];
  const count = await keepRest(
    conversation,
    { turns: [{ turn: failed, count: 3 }], unasked: [{ request, some: items }] },
    {
      newId: () => 'unasked',
      keep: (_conversation, turn) => Promise.resolve(kept.length < room && kept.push(turn) > 0),
    },
  );
  return { conversation, kept, count };
}

test('what nobody answered and what was not asked any more are kept, each as its question', async () => {
  const { conversation, kept, count } = await world(9);
  assert.deepEqual([count, kept.map(({ id }) => id)], [5, ['f', 'unasked']]);
  assert.equal(conversation.askedIn('unasked'), request);
  assert.ok(kept.every(canAskLater));
});

test('what there is no room for is not told as kept', async () => {
  assert.equal((await world(1)).count, 3);
  assert.equal((await world(0)).count, 0);
});
