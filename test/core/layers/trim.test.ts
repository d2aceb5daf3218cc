import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trim } from '../../../src/core/layers/trim.ts';
import type { TokenReading } from '../../../src/core/prompt/calibration.ts';
import { previewOf } from '../../../src/core/prompt/preview.ts';
import { render, type Section } from '../../../src/core/model/prompt.ts';
import { tokensOfPrompt } from '../../../src/core/prompt/tokens.ts';
import type { Target } from '../../../src/core/model/target.ts';
import { answerOf, ask, failureOf, scripted } from '../../support/scripted.ts';
import type { Answer } from '../../../src/core/model/answer.ts';
import type { Question } from '../../../src/core/model/question.ts';

const code = Array.from({ length: 2_000 }, (_, line) => `const value${line} = ${line};\n`).join('');
const before: Section = {
  name: 'before',
  role: 'user',
  text: `Before:\n\`\`\`ts\n${code}\`\`\``,
  priority: 20,
  shrinks: { headLines: 2, tailLines: 1, focus: 'end', keep: [] },
};
const selection: Section = { name: 'selection', role: 'user', text: 'Selected code: total()', priority: 95 };
const long = { template: 'explain@2', sections: [before, selection] };

function world(window: number | undefined, more: Partial<Question> = {}, upperFactor = 1) {
  const { target, ask: provider, calls } = scripted('only', { says: 'there' });
  const parts = { windowOf: () => window, upperFactor: () => upperFactor };
  const { question, notes } = ask({ prompt: long, ...more });
  const layer = trim(target, parts)(provider);
  return { target, question, notes, calls, run: () => layer(question), parts };
}

test('a question that fits is passed on as it is', async () => {
  const { run, question, notes, calls } = world(200_000);
  const answer = await run();
  assert.equal(calls[0], question);
  assert.deepEqual([notes, answer.degraded], [[], []]);
});

test('without a known window and a limit of the user, nothing is trimmed', async () => {
  const { run, question, calls } = world(undefined);
  await run();
  assert.equal(calls[0], question);
});

test('a question that is too long is trimmed into the window less its answer, and the answer says so', async () => {
  const { run, notes, calls } = world(4_000, { sampling: { maxOutputTokens: 1_000 } });
  const answer = await run();
  const tokens = tokensOfPrompt(calls[0]?.prompt ?? long);
  assert.ok(tokens <= 3_000 && tokens > 2_900, `${tokens}`);
  const gone = tokensOfPrompt(long) - tokens;
  assert.deepEqual(notes, [{ kind: 'trimmed', target: 'only', leftOut: [], shortened: ['before'], tokens: gone }]);
  assert.deepEqual(answer.degraded, ['trimmed']);
});

test('a model that counts more tokens gets less text', async () => {
  const { run, calls } = world(4_000, { sampling: { maxOutputTokens: 1_000 } }, 1.5);
  await run();
  assert.ok(tokensOfPrompt(calls[0]?.prompt ?? long) <= 2_000);
});

test('the user’s own limit counts where it is the smaller one', async () => {
  const { run, calls } = world(undefined, { maxInputTokens: 500 });
  await run();
  assert.ok(tokensOfPrompt(calls[0]?.prompt ?? long) <= 500);
});

test('the answer may be as long as the window leaves it', async () => {
  const { run, calls } = world(4_000, { sampling: { temperature: 0, maxOutputTokens: 8_000 } });
  await run();
  const { prompt, sampling } = calls[0] ?? { prompt: long, sampling: { maxOutputTokens: 0 } };
  assert.equal(tokensOfPrompt(prompt) + sampling.maxOutputTokens, 4_000);
});

/** What is learnt from an answer like this. */
async function learntFrom(more: Partial<Answer>): Promise<readonly TokenReading[]> {
  const readings: TokenReading[] = [];
  const { question, target, parts } = world(undefined);
  const layer = trim(target, { ...parts, learn: reading => readings.push(reading) });
  await layer(() => Promise.resolve(answerOf('only', 'there', more)))(question);
  return readings;
}

test('what a provider counted is learnt, beside what was estimated', async () => {
  const usage = { inputTokens: 777, outputTokens: 1, cachedInputTokens: 0, exact: true };
  assert.deepEqual(await learntFrom({ usage }), [
    { model: 'only', language: 'typescript', estimated: tokensOfPrompt(long), reported: 777 },
  ]);
});

test('an estimate is not learnt from, nor the count of a prompt that the server wanted shorter still', async () => {
  const estimate = { inputTokens: 777, outputTokens: 1, cachedInputTokens: 0, exact: false };
  const reported = (await learntFrom({ usage: estimate })).map(reading => reading.reported);
  assert.deepEqual([reported, await learntFrom({ degraded: ['trimmed'] })], [[0], []]);
});

test('what cannot be made to fit is not sent, and it is said whose limit it is', async () => {
  const huge = { template: 'explain@2', sections: [{ ...selection, text: code }] };
  const ofWindow = await failureOf(world(4_000, { prompt: huge }).run());
  const ofSetting = await failureOf(world(4_000, { prompt: huge, maxInputTokens: 500 }).run());
  assert.deepEqual(
    [ofWindow, ofSetting].map(({ kind, details }) => [kind, details.sent, details.code, details.facts?.['limit']]),
    [
      ['context-too-long', 'no', 'window', 3_900],
      ['context-too-long', 'no', 'setting', 500],
    ],
  );
  assert.ok(Number(ofWindow.details.facts?.['tokens']) > 3_900);
});

test('a preview shows the very messages that are sent, and what became of each section', async () => {
  const more = { maxInputTokens: 600 };
  const { run, question, calls, target, parts } = world(4_000, more);
  const { messages, sections, tokens, limit, tooLong } = previewOf(question, target satisfies Target, parts);
  await run();
  assert.deepEqual(messages, render(calls[0]?.prompt ?? long));
  assert.deepEqual(
    sections.map(({ name, state }) => [name, state]),
    [
      ['before', 'shortened'],
      ['selection', 'whole'],
    ],
  );
  assert.ok(tokens <= 600 && limit === 600 && !tooLong);
});

test('a preview of what is too long shows all of it and says so', () => {
  const huge = { template: 'explain@2', sections: [{ ...selection, text: code }] };
  const { question, target, parts } = world(4_000, { prompt: huge });
  const { messages, tooLong } = previewOf(question, target, parts);
  assert.deepEqual([messages, tooLong], [render(huge), true]);
});
