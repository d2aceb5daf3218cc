import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../../../src/core/model/answer.ts';
import { Failure } from '../../../src/core/model/failure.ts';
import { inParts } from '../../../src/interaction/asking/inParts.ts';
import { contextOf } from '../../assist/context.ts';
import { answerOf, failureOf } from '../../support/scripted.ts';

const division = { parts: () => [], join: (texts: readonly string[]) => texts.join('+') };
const parts = ['a', 'b', 'c'].map(code => contextOf({ code }));

const asked = (...answers: readonly Answer[]) =>
  inParts(parts.slice(0, answers.length), (_part, at) => Promise.resolve(answers[at] ?? answerOf('x', '')), division);

test('one part is answered as it is', async () => {
  const answer = answerOf('one', 'a');
  assert.equal(await asked(answer), answer);
});

test('the answers are joined in the order of the parts, and what they took is summed up', async () => {
  const { text, usage, from } = await asked(answerOf('one', 'a'), answerOf('one', 'b'), answerOf('two', 'c'));
  assert.deepEqual([text, usage.inputTokens, usage.outputTokens, usage.exact, from], ['a+b+c', 30, 15, true, 'one']);
});

test('what is wrong with one of them is said of the whole', async () => {
  const confidence = (score: number) => ({ tier: 'checked', score, signs: [] }) as const;
  const answer = await asked(
    answerOf('one', 'a', { confidence: confidence(0.9) }),
    answerOf('one', 'b', { degraded: ['trimmed'], finish: 'length', confidence: confidence(0.2) }),
    answerOf('one', 'c', { degraded: ['trimmed'], usage: { ...answerOf('one', '').usage, exact: false } }),
  );
  const { degraded, finish, confidence: least, usage } = answer;
  assert.deepEqual([degraded, finish, least?.score, usage.exact], [['trimmed'], 'length', 0.2, false]);
});

test('only when all parts were declined the whole is', async () => {
  const refused = answerOf('one', 'no', { finish: 'refused' });
  assert.deepEqual(
    [(await asked(refused, refused)).finish, (await asked(refused, answerOf('one', 'b'))).finish],
    ['refused', 'stop'],
  );
});

test('of a remembered answer and a new one the whole is new', async () => {
  const { freshness, ageMs } = await asked(
    answerOf('one', 'a', { freshness: 'cached', ageMs: 9 }),
    answerOf('one', 'b'),
  );
  assert.deepEqual([freshness, ageMs], ['live', 9]);
});

test('a part that fails ends it, and no more is asked', async () => {
  let count = 0;
  const fails = () => ((count += 1), Promise.reject(new Failure('server')));
  assert.equal((await failureOf(inParts(parts, fails, division))).kind, 'server');
  assert.equal(count, 1);
});
