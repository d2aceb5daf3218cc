import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assistances } from '../../../src/assist/tasks/all.ts';
import { Conversation, type ConversationParts } from '../../../src/interaction/conversation/conversation.ts';
import type { Proposal, ProposalShown } from '../../../src/interaction/asking/askRequest.ts';
import { turnView } from '../../../src/interaction/conversation/turnView.ts';
import { contextOf } from '../../assist/context.ts';
import { answering, conversationParts } from '../../support/conversationParts.ts';
import { answerOf } from '../../support/scripted.ts';
import { settle, VirtualClock } from '../../support/virtualClock.ts';
import { Failure } from '../../../src/core/model/failure.ts';
import type { Question } from '../../../src/core/model/question.ts';
import type { Answer } from '../../../src/core/model/answer.ts';

const around = {
  thresholds: { auto: 0.8, review: 0.5 },
  labelOf: (id: string) => id,
  strongerThan: () => true,
  targets: 2,
};

/** As one is that was judged and found good. */
const confidence = { tier: 'checked', score: 0.9, signs: [] } as const;
const edited = answerOf('claude', '```ts\nconst price = 2;\n```', { confidence });

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

/** An edit is asked of the first of two targets, which says nothing. */
function waiting(what: (question: Question) => void) {
  const asking = new Conversation(
    conversationParts(new VirtualClock(), question => {
      what(question);
      return new Promise(() => undefined);
    }),
  );
  const assistance = assistances.find(({ task }) => task === 'edit') ?? assert.fail();
  void asking.ask({ assistance, context: contextOf() }, { title: 'double the price' });
  return asking;
}

const buttons = ({ turns }: Conversation) =>
  turns.map(turn => turnView(turn, around)).flatMap(({ actions }) => actions.map(({ action }) => action));

test('while a target is waited for that another could stand in for, the user may have that one asked', async () => {
  let passedOver = 0;
  const asking = waiting(({ id, onPassOver }) => {
    assert.ok(id);
    onPassOver?.(() => (passedOver += 1));
  });
  await settle();
  assert.deepEqual(buttons(asking), ['stop', 'askNext']);
  asking.passOver(asking.turns[0]?.id ?? '');
  assert.equal(passedOver, 1);
});

test('a draft that no model wrote is shown when the user wants it, and not before', async () => {
  const proposals: Proposal[] = [];
  const propose = async (proposal: Proposal): Promise<ProposalShown> => {
    proposals.push(proposal);
    return { cautions: [] };
  };
  const insteadOf = new Failure('overloaded', { target: 'claude' });
  const draft = '```ts\nconst price = 2;\n```';
  const reply = answerOf('offline', 'What is known', { freshness: 'offline', insteadOf, draft });
  const { conversation, ask } = world(reply, { propose });
  const { id } = await ask();
  assert.deepEqual([proposals, buttons(conversation).includes('showEdit')], [[], true]);
  await conversation.showEdit(id);
  assert.equal(proposals[0]?.replacement, 'const price = 2;\n');
});

test('without a draft there is nothing to show', async () => {
  const reply = answerOf('offline', edited.text, { freshness: 'offline', insteadOf: new Failure('overloaded') });
  const { conversation, ask } = world(reply);
  await ask();
  assert.equal(buttons(conversation).includes('showEdit'), false);
});

test('nobody is offered instead of the last target', async () => {
  const asking = waiting(({ onPassOver }) => onPassOver?.(() => undefined)());
  await settle();
  assert.deepEqual(buttons(asking), ['stop']);
});

test('that a paused target is tried is said while it is being tried', async () => {
  const asking = waiting(({ notes }) => notes({ kind: 'tried-early', target: 'claude' }));
  await settle();
  assert.equal(asking.turns[0]?.status, 'Trying claude during its pause…');
});

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

test('an edit that can only be looked at says why, and its code can be copied', async () => {
  const { ask } = world(edited, { propose: () => Promise.resolve({ refusal: 'read-only', cautions: [] }) });
  const turn = await ask();
  assert.deepEqual([turn.onlyShown, turn.proposed], ['read-only', undefined]);
  const { notice, actions, code } = turnView(turn, around);
  assert.deepEqual([notice?.lines, actions[0]?.action, code], [['read-only'], 'copy', 'offered']);
});

test('what an edit adds that acts by itself is said where it is shown', async () => {
  const { ask } = world(edited, { propose: () => Promise.resolve({ cautions: ['It adds a schema'] }) });
  const turn = await ask();
  const { notice } = turnView(turn, around);
  assert.deepEqual(
    [turn.proposed, notice?.title, notice?.lines],
    [true, 'Look at this before you accept the edit', ['It adds a schema']],
  );
});

test('a refusal is forgotten when the same edit is shown once more and may be applied by then', async () => {
  const shown: ProposalShown[] = [{ refusal: 'read-only', cautions: [] }];
  const { ask, conversation } = world(edited, { propose: () => Promise.resolve(shown.shift() ?? { cautions: [] }) });
  const { id } = await ask();
  await conversation.showEdit(id);
  const turn = conversation.turns.at(-1);
  assert.deepEqual([turn?.onlyShown, turn?.proposed], [undefined, true]);
});

test('code that nobody has judged is never shown as a diff, not even when the user decides to use it', async () => {
  const proposals: Proposal[] = [];
  const { ask, conversation } = world(answerOf('offline', edited.text, { freshness: 'offline' }), {
    propose: proposal => {
      proposals.push(proposal);
      return Promise.resolve({ cautions: [] });
    },
  });
  const { id } = await ask();
  await conversation.decide(id, 'used');
  assert.deepEqual(proposals, []);
});
