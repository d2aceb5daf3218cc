import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assistances } from '../../../src/assist/all.ts';
import { Conversation, type ConversationParts } from '../../../src/interaction/conversation/conversation.ts';
import { contextOf } from '../../assist/context.ts';
import { answering, conversationParts } from '../../support/conversationParts.ts';
import { answerOf } from '../../support/scripted.ts';
import { VirtualClock } from '../../support/virtualClock.ts';
import type { Answer } from '../../../src/core/model/answer.ts';

const edited = answerOf('claude', '```ts\nconst price = 2;\n```');

/** An edit is asked for, and this comes of it. */
function world(reply: Answer | Error, more: Partial<ConversationParts> = {}) {
  const ended: string[] = [];
  const conversation = new Conversation(
    conversationParts(new VirtualClock(), answering([reply], []), {
      ended: (_conversation, { phase }) => ended.push(phase),
      ...more,
    }),
  );
  const assistance = assistances.find(({ task }) => task === 'edit') ?? assert.fail();
  const place = { uri: 'file:///cart.ts', start: 0 };
  return {
    ended,
    conversation,
    ask: () => conversation.ask({ assistance, context: contextOf(), place }, { title: 'double the price' }),
    phase: () => conversation.turns.at(-1)?.phase,
  };
}

test('a fault of our own ends its turn as failed, and is not hidden', async () => {
  const { ask, phase } = world(new TypeError('a bug'));
  await assert.rejects(ask(), TypeError);
  assert.equal(phase(), 'failed');
});

test('an edit is kept before its diff is open, and whether or not it ever opens', async () => {
  const { ask, ended, conversation } = world(edited, { propose: () => new Promise(() => undefined) });
  void ask();
  await new Promise(setImmediate);
  assert.deepEqual([ended, conversation.isWorking], [['done'], false]);
});

test('an edit that can only be looked at says why', async () => {
  const { ask } = world(edited, { propose: () => Promise.resolve('read-only') });
  const { unusable, proposed } = await ask();
  assert.deepEqual([unusable, proposed], ['read-only', undefined]);
});
