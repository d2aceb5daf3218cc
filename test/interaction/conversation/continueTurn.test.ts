import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assistances } from '../../../src/assist/tasks/all.ts';
import { Failure } from '../../../src/core/model/failure.ts';
import type { AskRequest } from '../../../src/interaction/asking/askRequest.ts';
import { continueTurn, isContinuable } from '../../../src/interaction/conversation/continueTurn.ts';
import { Conversation } from '../../../src/interaction/conversation/conversation.ts';
import { storedAnswer, readStoredAnswer, reviveAnswer } from '../../../src/interaction/history/storedAnswer.ts';
import type { Turn } from '../../../src/interaction/conversation/turn.ts';
import { contextOf } from '../../assist/context.ts';
import { answering, conversationParts } from '../../support/conversationParts.ts';
import { answerOf } from '../../support/scripted.ts';
import { VirtualClock } from '../../support/virtualClock.ts';
import { type TurnSurroundings, turnView } from '../../../src/interaction/conversation/turnView.ts';
import type { Answer } from '../../../src/core/model/answer.ts';
import type { Question } from '../../../src/core/model/question.ts';

type Reply = Answer | Failure;

const whole = 'First it adds up the lines of the cart, and then it takes the discount off.';
const begun = whole.slice(0, 50);
const cut = (text: string): Answer => answerOf('claude', text, { finish: 'length' });
const lost = (partial: string): Failure => new Failure('truncated', { target: 'claude', partial });

const around: TurnSurroundings = {
  thresholds: { auto: 0.8, review: 0.5 },
  labelOf: id => id,
  strongerThan: () => false,
  targets: 1,
};

/** A conversation whose questions are answered so, one after another. */
function world(...replies: readonly Reply[]) {
  const questions: Question[] = [];
  const clock = new VirtualClock();
  let id = 0;
  const conversation = new Conversation(
    conversationParts(clock, answering(replies, questions), { newId: () => `t${++id}` }),
  );
  return {
    questions,
    conversation,
    last: (): Turn => conversation.turns.at(-1) ?? assert.fail(),
    async ask(task: AskRequest['assistance']['task'] = 'explain') {
      const assistance = assistances.find(one => one.task === task) ?? assert.fail();
      return conversation.ask({ assistance, context: contextOf() }, { title: 'Explain cart.ts:1–9' });
    },
    async goOn(turn = conversation.turns.at(-1) ?? assert.fail()) {
      await continueTurn(conversation, turn, conversation.askedIn(turn.id) ?? assert.fail());
    },
  };
}

const buttons = (turn: Turn) => turnView(turn, around).actions.map(({ action }) => action);

test('an answer that was cut at the length limit can be continued, and becomes one with its continuation', async () => {
  const { ask, goOn, last } = world(cut(begun), answerOf('claude', whole.slice(20)));
  assert.ok(buttons(await ask()).includes('continue'));
  await goOn();
  assert.deepEqual([last().title, last().text, last().partials], ['Continue: Explain cart.ts:1–9', whole, []]);
});

test('so can what had arrived before a failure', async () => {
  const { ask, goOn, last } = world(lost(begun), answerOf('claude', whole.slice(20)));
  assert.equal(buttons(await ask())[0], 'continue');
  await goOn();
  assert.equal(last().text, whole);
});

test('the model sees what it had written, and is asked to begin with its last words', async () => {
  const { ask, goOn, questions } = world(cut(begun), cut(whole));
  await ask();
  await goOn();
  const [answer, , instruction] = questions[1]?.request.parts.slice(-3) ?? [];
  assert.deepEqual([answer?.role, answer?.text], ['assistant', begun]);
  assert.ok(instruction?.text.includes(begun.slice(-40)), instruction?.text);
});

test('where it is not clear how the two join they are shown apart', async () => {
  const { ask, goOn, last } = world(cut(begun), answerOf('claude', 'Something else.'));
  await ask();
  await goOn();
  assert.equal(last().text, 'Something else.');
  assert.deepEqual(last().partials, [{ label: 'The part that had arrived before', text: begun }]);
});

test('an answer is continued twice at most, from wherever', async () => {
  const { ask, goOn, conversation, questions } = world(cut(begun), cut(whole.slice(20, 60)), cut(whole.slice(30)));
  await ask();
  await goOn();
  await goOn();
  assert.equal(conversation.turns.at(-1)?.text, whole);
  for (const turn of [...conversation.turns]) await goOn(turn);
  assert.equal(questions.length, 3);
});

test('one that is continued again is sent as the whole that it has become', async () => {
  const { ask, goOn, questions } = world(cut(begun), cut(whole.slice(20, 60)), cut(whole));
  await ask();
  await goOn();
  await goOn();
  const said = questions[2]?.request.parts.filter(({ role }) => role === 'assistant').map(({ text }) => text);
  assert.deepEqual(said, [whole.slice(0, 60)]);
});

test('what broke off again stays whole, and can be taken up again', async () => {
  const { ask, goOn, last } = world(cut(begun), lost(whole.slice(20, 60)));
  await ask();
  await goOn();
  assert.deepEqual([last().text, isContinuable(last())], [whole.slice(0, 60), true]);
});

test('a whole answer, an empty failure, a refusal and an edit cannot be continued', async () => {
  const refused = answerOf('claude', 'I would rather not', { finish: 'refused' });
  for (const reply of [answerOf('claude', whole), new Failure('truncated'), refused]) {
    const { ask, goOn, questions } = world(reply);
    assert.ok(!buttons(await ask()).includes('continue'));
    await goOn();
    assert.equal(questions.length, 1);
  }
  const { ask } = world(cut('```ts\nconst a'));
  assert.ok(!buttons(await ask('edit')).includes('continue'));
});

test('how often it was continued outlives a reload', async () => {
  const { ask, goOn, conversation, last } = world(cut(begun), cut(whole.slice(20)));
  await ask();
  await goOn();
  const asked = conversation.askedIn(last().id) ?? assert.fail();
  const kept = await storedAnswer(last(), asked, { conversation: conversation.id, at: 0, mask: async text => text });
  const read = readStoredAnswer(JSON.parse(JSON.stringify(kept)));
  assert.equal(read && reviveAnswer(read)?.turn.continuations, 1);
});
