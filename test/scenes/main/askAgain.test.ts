import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { vscodeUser } from '../../../src/editor/platform/vscodeUser.ts';
import { assistances } from '../../../src/assist/tasks/all.ts';
import type { Answer } from '../../../src/core/model/answer.ts';
import { Failure } from '../../../src/core/model/failure.ts';
import type { Question } from '../../../src/core/model/question.ts';
import { perform } from '../../../src/editor/conversation/turnActions.ts';
import { Conversation } from '../../../src/interaction/conversation/conversation.ts';
import type { Turn } from '../../../src/interaction/conversation/turn.ts';
import { type TurnSurroundings, turnView } from '../../../src/interaction/conversation/turnView.ts';
import type { Action } from '../../../src/shared/protocol.ts';
import { contextOf } from '../../assist/context.ts';
import { otherModelParts } from '../../interaction/otherModels/otherModelParts.ts';
import { answering, conversationParts } from '../../support/conversationParts.ts';
import { answerOf, targetOf } from '../../support/scripted.ts';
import { VirtualClock } from '../../support/virtualClock.ts';
import { Person } from '../support/person.ts';

/** A conversation with these targets whose questions are answered so, one after another; what runs out is never answered. */
function world(ids: readonly string[], ...replies: readonly (Answer | Failure)[]) {
  const targets = ids.map(id => targetOf(id));
  const questions: Question[] = [];
  const clock = new VirtualClock();
  const around: TurnSurroundings = {
    thresholds: { auto: 0.8, review: 0.5 },
    labelOf: id => id,
    strongerThan: () => false,
    targets: targets.length,
  };
  const unasked = (): never => assert.fail('nobody wants that');
  const conversation = new Conversation(conversationParts(clock, answering(replies, questions), { targets }));
  const assistance = assistances.find(({ task }) => task === 'explain') ?? assert.fail();
  return {
    questions,
    turns: () => conversation.turns.length,
    ask: () => conversation.ask({ assistance, context: contextOf() }, { title: 'Explain cart.ts:1–9' }),
    buttons: (turn: Turn) => turnView(turn, around).actions.map(({ action }) => action),
    press: (action: Action, turn: Turn) =>
      perform(
        action,
        { conversation, id: turn.id },
        {
          ...otherModelParts({ targets }),
          user: vscodeUser,
          showBoth: unasked,
          surroundings: () => around,
          insert: unasked,
          alwaysUse: unasked,
          giveFeedback: unasked,
          checkpoints: { all: unasked },
          mention: unasked,
          review: unasked,
          defer: unasked,
        },
      ),
  };
}

suite('asking again', () => {
  let person: Person;
  suiteSetup(() => (person = new Person()));
  suiteTeardown(() => person.leave());
  setup(() => person.forget());

  test('asks once, however often the button is pressed meanwhile', async () => {
    const { ask, press, turns } = world(['one'], answerOf('one', 'It adds.'));
    const turn = await ask();
    void press('askAgain', turn);
    void press('askAgain', turn);
    assert.equal(turns(), 2);
  });

  test('at another target leaves out the one that took the request for invalid', async () => {
    const invalid = new Failure('bad-request', { target: 'one' });
    const { ask, press, questions } = world(['one', 'two'], invalid, answerOf('two', 'It adds.'));
    await press('tryAnother', await ask());
    assert.deepEqual(questions.at(-1)?.only, ['two']);
  });

  test('at another target is not offered where there is none, and by command says so and asks nobody', async () => {
    const { ask, buttons, press, questions } = world(['one'], new Failure('bad-request', { target: 'one' }));
    const turn = await ask();
    assert.ok(!buttons(turn).includes('tryAnother'));
    await press('tryAnother', turn);
    const said = 'There is no other model to ask. Add one with Add Model… in the Steadfast status menu.';
    assert.deepEqual([questions.length, person.told.map(({ text }) => text)], [1, [said]]);
  });

  test('a stronger model, where there is none, says so and asks nobody', async () => {
    const { ask, press, questions } = world(['one', 'two'], answerOf('one', 'It adds.'));
    await press('askStronger', await ask());
    const said = 'There is no stronger model to ask. Add one with Add Model… in the Steadfast status menu.';
    assert.deepEqual([questions.length, person.told.map(({ text }) => text)], [1, [said]]);
  });
});
