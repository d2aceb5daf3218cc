import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../../../src/core/model/answer.ts';
import { Failure } from '../../../src/core/model/failure.ts';
import { assistances } from '../../../src/assist/tasks/all.ts';
import type { AskRequest } from '../../../src/interaction/asking/askRequest.ts';
import { firstOf, inParts, requestsOf } from '../../../src/interaction/asking/inParts.ts';
import { contextOf } from '../../assist/context.ts';
import { answerOf, failureOf } from '../../support/scripted.ts';

const explain = assistances.find(({ task }) => task === 'explain') ?? assert.fail();
const division = { parts: () => [], join: (texts: readonly string[]) => texts.join('+') };
const request: AskRequest = { assistance: { ...explain, division }, context: contextOf({ code: 'abc' }) };
const parts = ['a', 'b', 'c'].map(code => contextOf({ code }));

const asked = (...answers: readonly Answer[]) =>
  inParts({
    request,
    parts: parts.slice(0, answers.length),
    ask: (_request, at) => Promise.resolve(answers[at] ?? answerOf('x', '')),
  });

test('the first request is about the first part, as parts are asked about; a whole asked about behind them is one more', () => {
  const ofPart = assistances.find(({ task }) => task === 'ask') ?? assert.fail();
  const divided = { ...explain, division: { ...division, ofPart, ofWhole: () => explain } };
  const first = firstOf({ request: { ...request, assistance: divided }, parts });
  assert.deepEqual([first.assistance, first.context.code], [ofPart, 'a']);
  assert.equal(firstOf({ request: { ...request, assistance: divided }, parts: parts.slice(0, 1) }).assistance, divided);
  assert.equal(requestsOf({ request: { ...request, assistance: divided }, parts }), 4);
  assert.deepEqual([requestsOf({ request, parts }), requestsOf({ request, parts: [] })], [3, 1]);
});

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
  assert.equal((await failureOf(inParts({ request, parts, ask: fails }))).kind, 'server');
  assert.equal(count, 1);
});

test('where the whole is asked about with the answers to its parts, that answer counts, and all are paid', async () => {
  const commit = assistances.find(({ task }) => task === 'commitMessage') ?? assert.fail();
  const prompts: string[] = [];
  const { text, usage } = await inParts({
    request: { assistance: commit, context: contextOf({ code: 'whole' }) },
    parts: parts.slice(0, 2),
    ask: ({ assistance, context }, at) => {
      prompts.push(assistance.prompt(context).template);
      if (at === 2) assert.match(JSON.stringify(assistance.prompt(context).parts), /sums 0.*sums 1/);
      return Promise.resolve(answerOf('one', at === 2 ? 'Round prices' : `sums ${at}`));
    },
  });
  assert.deepEqual(prompts, ['commitPart@1', 'commitPart@1', 'commitOfParts@1']);
  assert.deepEqual([text, usage.inputTokens], ['Round prices', 30]);
});
