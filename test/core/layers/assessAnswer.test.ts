import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assessAnswer } from '../../../src/core/layers/assessAnswer.ts';
import { VirtualClock } from '../../support/virtualClock.ts';
import { answerOf, ask } from '../../support/scripted.ts';
import type { Answer } from '../../../src/core/model/answer.ts';

const clock = new VirtualClock();
const parse = () => Promise.resolve({ verdict: 'unknown' } as const);
const through = (answer: Answer) => assessAnswer(clock, { parse })(() => Promise.resolve(answer));
const edit = { form: 'code', language: 'go', code: 'a()\n' } as const;

test('attaches its confidence and says it', async () => {
  const { question, notes } = ask({ expects: edit });
  const { confidence } = await through(answerOf('first', 'I would rather not.'))(question);
  assert.equal(confidence?.score, 0);
  assert.deepEqual(notes, [{ kind: 'judged', tier: 'doubtful', score: 0, signs: ['no-code'] }]);
});

test('a good answer goes through with its text unchanged', async () => {
  const text = '```go\nb()\n```';
  const answer = await through(answerOf('first', text))(ask({ expects: edit }).question);
  assert.equal(answer.text, text);
  assert.equal(answer.confidence?.tier, 'checked');
});

test('an answer that the provider declined is not judged', async () => {
  const { question, notes } = ask({ expects: edit });
  const declined = answerOf('first', '', { finish: 'refused' });
  assert.equal(await through(declined)(question), declined);
  assert.deepEqual(notes, []);
});

test('what no model said now is not judged again', async () => {
  const offline = answerOf('offline', 'Signature: …', { freshness: 'offline' });
  assert.equal(await through(offline)(ask().question), offline);
});

test('a broken parser does not lose the answer', async () => {
  const layer = assessAnswer(clock, { parse: () => Promise.reject(new Error('a bug')) })(() =>
    Promise.resolve(answerOf('first', '```ts\nb();\n```')),
  );
  const { confidence } = await layer(ask({ expects: { ...edit, language: 'typescript' } }).question);
  assert.equal(confidence?.score, 0.6);
});

const neverParsed = () => {
  const clock = new VirtualClock();
  const layer = assessAnswer(clock, { parse: () => new Promise(() => undefined) });
  return { clock, layer: layer(() => Promise.resolve(answerOf('first', '```ts\nb();\n```'))) };
};
const typescript = { ...edit, language: 'typescript' };

test('an assessor that never returns costs its limit, and the answer is said to be not assessed', async () => {
  const { clock, layer } = neverParsed();
  const judged = layer(ask({ expects: typescript }).question);
  await clock.pass(2_000);
  const { confidence } = await judged;
  assert.deepEqual(
    [confidence?.tier, confidence?.signs.some(({ code }) => code === 'not-assessed'), clock.waiting],
    ['unchecked', true, 0],
  );
});

test('a late assessor takes at most half of the time that is left, so that the answer still arrives', async () => {
  const { clock, layer } = neverParsed();
  const judged = layer(ask({ expects: typescript, until: clock.now() + 1_000 }).question);
  await clock.pass(500);
  assert.equal((await judged).text, '```ts\nb();\n```');
});

test('without a purpose nothing is judged', async () => {
  const { purpose: _, ...question } = ask({ expects: edit }).question;
  assert.equal((await through(answerOf('first', 'I would rather not.'))(question)).confidence, undefined);
});

test('the user’s instruction is heard: who asks to remove gets less', async () => {
  const code = `${Array.from({ length: 30 }, (_, index) => `step${index}(input, output)`).join('\n')}\n`;
  const question = (words: string) => {
    const sections = [
      { kind: 'text', name: 'instruction', role: 'user', text: `Instruction: ${words}`, wordsFrom: 13, priority: 1 },
    ] as const;
    return ask({ expects: { ...edit, code }, request: { template: 'edit@1', parts: sections } }).question;
  };
  const layer = through(answerOf('first', '```go\nstep(input, output)\n```'));
  assert.equal((await layer(question('remove the steps'))).confidence?.score, 0.9);
  assert.equal((await layer(question('add a step'))).confidence?.score, 0.6);
});

test('a tenth of the time that is left is kept for judging', async () => {
  let until = 0;
  const layer = assessAnswer(clock, { parse })(question => {
    until = question.until - clock.now();
    return Promise.resolve(answerOf('first', 'It adds.'));
  });
  await layer(ask({ until: clock.now() + 30_000 }).question);
  assert.equal(until, 27_000);
});
