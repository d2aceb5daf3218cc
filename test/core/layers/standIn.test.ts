import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standIn } from '../../../src/core/layers/standIn.ts';
import { Failure } from '../../../src/core/model/failure.ts';
import { UnfitAnswer } from '../../../src/core/layers/structured.ts';
import { answerOf, ask, failureOf } from '../../support/scripted.ts';

const json = { check: () => undefined, predefined: '[]' };
const unfit = new Failure('malformed', { target: 'b', code: 'form', cause: new UnfitAnswer(answerOf('b', 'no')) });
const down = new Failure('server', { target: 'a' });

function asked(failure: Failure, form: typeof json | undefined = json) {
  const world = ask({ expects: { form: 'prose', language: '', code: '', ...(form && { json: form }) } });
  return { ...world, answer: () => standIn()(() => Promise.reject(failure))(world.question) };
}

test('of answers that did not fit the form the predefined one stands in, marked as such', async () => {
  const { text, from, degraded } = await asked(unfit).answer();
  assert.deepEqual([text, from, degraded], ['[]', 'b', ['predefined']]);
});

test('so it does when the others of the chain were down', async () => {
  assert.equal((await asked(down.with({ others: [unfit] })).answer()).text, '[]');
});

test('when nobody has answered at all, that is told', async () => {
  assert.equal(await failureOf(asked(down).answer()), down);
});

test('what the user stopped stays stopped', async () => {
  const { answer, stop } = asked(unfit);
  stop.abort(new Failure('cancelled'));
  assert.equal(await failureOf(answer()), unfit);
});

test('without a form nothing stands in', async () => {
  const { question } = ask();
  assert.equal(await failureOf(standIn()(() => Promise.reject(unfit))(question)), unfit);
});
