import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assistances } from '../../../src/assist/all.ts';
import type { Question } from '../../../src/core/model/question.ts';
import { Conversation } from '../../../src/interaction/conversation/conversation.ts';
import { followUp } from '../../../src/interaction/conversation/followUp.ts';
import { contextOf } from '../../assist/context.ts';
import { answering, conversationParts } from '../../support/conversationParts.ts';
import { answerOf } from '../../support/scripted.ts';
import { VirtualClock } from '../../support/virtualClock.ts';

/** A conversation whose first question is answered. */
async function world() {
  const questions: Question[] = [];
  const replies = [answerOf('claude', 'It is a price.'), answerOf('claude', 'In euros.')];
  const conversation = new Conversation(conversationParts(new VirtualClock(), answering(replies, questions)));
  const assistance = assistances.find(({ task }) => task === 'explain') ?? assert.fail();
  const { id } = await conversation.ask({ assistance, context: contextOf() }, { title: 'Explain price.ts:3–3' });
  const said = () => questions.at(-1)?.request.parts.filter(({ role }) => role === 'assistant');
  return { conversation, id, questions, said };
}

test('a follow-up question takes along what was answered before', async () => {
  const { conversation, said } = await world();
  await followUp(conversation, 'in which currency?');
  assert.deepEqual(
    [conversation.turns.at(-1)?.text, said()?.map(({ text }) => text)],
    ['In euros.', ['It is a price.']],
  );
});

test('but not what the user has discarded', async () => {
  const { conversation, id, said } = await world();
  await conversation.decide(id, 'discarded');
  await followUp(conversation, 'in which currency?');
  assert.deepEqual(said(), []);
});
