import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assistances } from '../../../src/assist/tasks/all.ts';
import type { Proposal } from '../../../src/interaction/asking/askRequest.ts';
import { Conversations } from '../../../src/interaction/conversation/conversations.ts';
import { contextOf } from '../../assist/context.ts';
import { answering, conversationParts } from '../../support/conversationParts.ts';
import { answerOf } from '../../support/scripted.ts';
import { VirtualClock } from '../../support/virtualClock.ts';

const confidence = { tier: 'checked', score: 0.9, signs: [] } as const;
const edited = answerOf('claude', '```ts\nconst price = 2;\n```', { confidence });
const doubted = answerOf('claude', '```ts\nconst price = 3;\n```', { confidence: { ...confidence, score: 0.1 } });

function world() {
  const [shown, taken]: [Proposal[], Proposal[]] = [[], []];
  const kept: boolean[] = [];
  let isTaking = true;
  const conversations = new Conversations({
    ...conversationParts(new VirtualClock(), answering([edited, doubted, edited], [])),
    propose: proposal => {
      shown.push(proposal);
      return Promise.resolve({ cautions: [] });
    },
    ended: (_conversation, _turn, { isKept }) => kept.push(isKept),
  });
  const conversation = conversations.beginTaking({ isTaking: () => isTaking, take: proposal => taken.push(proposal) });
  const assistance = assistances.find(({ task }) => task === 'edit') ?? assert.fail();
  const place = { uri: 'file:///cart.ts', start: 0 };
  return {
    conversation,
    conversations,
    shown,
    taken,
    kept,
    ask: () => conversation.ask({ assistance, context: contextOf(), place }, { title: 'double the price' }),
    end: () => (isTaking = false),
  };
}

test('edits that somebody takes are not shown and stand in no list, a doubted answer does', async () => {
  const { ask, shown, taken, kept } = world();
  await ask();
  await ask();
  assert.deepEqual([shown.length, taken.length, kept], [0, 1, [false, true]]);
});

test('afterwards each is shown and kept as usual', async () => {
  const { ask, end, shown, kept } = world();
  await ask();
  await ask();
  end();
  await ask();
  assert.deepEqual([shown.length, kept], [1, [false, true, true]]);
});

test('the latest conversation is the one that was asked in last, whether or not it has a panel', async () => {
  const { ask, conversation, conversations } = world();
  const before = conversations.latest;
  await ask();
  conversations.begin();
  assert.deepEqual([before, conversations.latest], [undefined, conversation]);
});
