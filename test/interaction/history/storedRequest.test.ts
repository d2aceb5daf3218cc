import assert from 'node:assert/strict';
import { test } from 'node:test';
import { promptAssistance } from '../../../src/assist/promptFiles/promptAssistance.ts';
import { assistances } from '../../../src/assist/tasks/all.ts';
import { render } from '../../../src/core/model/prompt.ts';
import type { AskRequest } from '../../../src/interaction/asking/askRequest.ts';
import { newTurn } from '../../../src/interaction/conversation/turn.ts';
import { readStoredAnswer, reviveAnswer, storedAnswer } from '../../../src/interaction/history/storedAnswer.ts';
import { readStoredQuestion, reviveQuestion, storedQuestion } from '../../../src/interaction/history/storedQuestion.ts';
import { contextOf } from '../../assist/context.ts';
import { answerOf } from '../../support/scripted.ts';

const linked = [{ file: 'docs/api.md', text: '# API of the cart' }];
const remarks = ['The tools that the prompt file names are not used.'];
const context = contextOf({ input: 'Look for mistakes.' });
const turn = newTurn({ id: 't', title: 'review (cart.ts:1–9)', form: 'prose', status: '' });

/** A request as it is after it lay on disk, once with an answer and once without. */
async function afterReload(asked: AskRequest, mask = async (text: string) => text) {
  const keeping = { conversation: 'c', at: 0, mask };
  const answered = await storedAnswer({ ...turn, phase: 'done', answer: answerOf('a', 'x') }, asked, keeping);
  const open = await storedQuestion(turn, asked, keeping);
  const [answer, question] = [answered, open].map(each => JSON.parse(JSON.stringify(each)) as unknown);
  const [readAnswer, readQuestion] = [readStoredAnswer(answer), readStoredQuestion(question)];
  return [readAnswer && reviveAnswer(readAnswer), readQuestion && reviveQuestion(readQuestion)];
}

test('a prompt file asks the same after a reload, with the files that it links to', async () => {
  for (const mode of ['ask', 'edit'] as const) {
    const asked = { assistance: promptAssistance({ mode }, linked), context, linked };
    for (const revived of await afterReload(asked)) {
      assert.deepEqual(
        revived && render(revived.asked.assistance.prompt(revived.asked.context)),
        render(asked.assistance.prompt(asked.context)),
      );
      assert.equal(revived?.turn.form, asked.assistance.form);
    }
  }
});

test('what of a prompt file is not followed is still said after a reload', async () => {
  const revived = await afterReload({
    assistance: promptAssistance({ mode: 'ask' }, []),
    context,
    linked: [],
    remarks,
  });
  assert.deepEqual(
    revived.map(each => [each?.turn.remarks, each?.asked.remarks]),
    [
      [remarks, remarks],
      [remarks, remarks],
    ],
  );
});

test('what is no prompt file is none after a reload', async () => {
  const assistance = assistances.find(({ task }) => task === 'ask') ?? assert.fail();
  for (const revived of await afterReload({ assistance, context })) assert.equal(revived?.asked.assistance, assistance);
});

test('a secret in a linked file is masked on disk', async () => {
  const asked = { assistance: promptAssistance({ mode: 'ask' }, linked), context, linked };
  for (const revived of await afterReload(asked, async text => text.replaceAll('cart', '*')))
    assert.equal(revived?.asked.linked?.[0]?.text, '# API of the *');
});
