import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assistances } from '../../../src/assist/tasks/all.ts';
import type { Context } from '../../../src/assist/assistance.ts';
import type { Question } from '../../../src/core/model/question.ts';
import { Conversation } from '../../../src/interaction/conversation/conversation.ts';
import { followUp } from '../../../src/interaction/conversation/followUp.ts';
import { contextOf } from '../../assist/context.ts';
import { answering, conversationParts } from '../../support/conversationParts.ts';
import { answerOf } from '../../support/scripted.ts';
import { VirtualClock } from '../../support/virtualClock.ts';

const nothingAdded = (context: Context) => Promise.resolve(context);
const usedIn = (uses: readonly string[]) => ({ usesOf: () => Promise.resolve(uses), withAdded: nothingAdded });
const unasked = {
  usesOf: () => Promise.resolve(assert.fail('nobody asked where it is used')),
  withAdded: nothingAdded,
};

/** A conversation whose first question is answered. */
async function world() {
  const questions: Question[] = [];
  const replies = [answerOf('claude', 'It is a price.'), answerOf('claude', 'In euros.'), answerOf('claude', 'Still.')];
  const conversation = new Conversation(conversationParts(new VirtualClock(), answering(replies, questions)));
  const assistance = assistances.find(({ task }) => task === 'explain') ?? assert.fail();
  const { id } = await conversation.ask({ assistance, context: contextOf() }, { title: 'Explain price.ts:3–3' });
  const said = () => questions.at(-1)?.request.parts.filter(({ role }) => role === 'assistant');
  return { conversation, id, questions, said };
}

test('a follow-up question takes along what was answered before', async () => {
  const { conversation, said } = await world();
  await followUp(conversation, 'in which currency?', unasked);
  assert.deepEqual(
    [conversation.turns.at(-1)?.text, said()?.map(({ text }) => text)],
    ['In euros.', ['It is a price.']],
  );
});

test('but not what the user has discarded', async () => {
  const { conversation, id, said } = await world();
  await conversation.decide(id, 'discarded');
  await followUp(conversation, 'in which currency?', unasked);
  assert.deepEqual(said(), []);
});

test('nor what the editor said in place of a model: that was for the user alone', async () => {
  const questions: Question[] = [];
  const facts = { ...answerOf('offline', 'Used in secret.ts:3.'), freshness: 'offline' } as const;
  const replies = [facts, answerOf('claude', 'In euros.')];
  const conversation = new Conversation(conversationParts(new VirtualClock(), answering(replies, questions)));
  const assistance = assistances.find(({ task }) => task === 'explain') ?? assert.fail();
  await conversation.ask({ assistance, context: contextOf() }, { title: 'Explain price.ts:3–3' });
  await followUp(conversation, 'in which currency?', unasked);
  assert.equal(JSON.stringify(questions.at(-1)?.request.parts).includes('secret.ts'), false);
});

for (const [question, uses, expected] of [
  [
    'Where is it used?',
    ['cart.ts:4', 'till.ts:9'],
    /find.*it used, file and line:\n```text\ncart\.ts:4\ntill\.ts:9\n```/,
  ],
  ['Wo wird das verwendet?', [], /none that the editor knows of/],
] as const) {
  test(`"${question}" takes along what the editor knows`, async () => {
    const { conversation, questions } = await world();
    await followUp(conversation, question, usedIn(uses));
    const part = questions.at(-1)?.request.parts.find(({ name }) => name === 'uses');
    assert.match(part?.text ?? '', expected);
  });
}

test('a later question does not take along what an earlier one asked for', async () => {
  const { conversation, questions } = await world();
  await followUp(conversation, 'Who calls it?', usedIn(['cart.ts:4']));
  await followUp(conversation, 'in which currency?', unasked);
  assert.equal(
    questions.at(-1)?.request.parts.some(({ name }) => name === 'uses'),
    false,
  );
});

test('it takes along what was added to its conversation', async () => {
  const { conversation, questions } = await world();
  const withAdded = (context: Context, id: string) =>
    Promise.resolve({
      ...context,
      added: [{ title: id === conversation.id ? 'file a.ts' : id, language: 'ts', text: 'a;' }],
    });
  await followUp(conversation, 'and this?', { ...unasked, withAdded });
  const part = questions.at(-1)?.request.parts.find(({ name }) => name === 'added');
  assert.equal(part?.text, 'The user has added: file a.ts\n```ts\na;\n```');
});
