import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import OpenAI from 'openai';
import type { PracticeOptions } from '../../practice/server.ts';
import { collected, started } from './started.ts';

test('the OpenAI SDK gets a whole answer with usage and request id', async t => {
  const { sdk } = await world(t);
  const { data, request_id } = await sdk.chat.completions.create(question()).withResponse();
  assert.equal(data.choices[0]?.message.content, 'hello there');
  assert.equal(data.choices[0].finish_reason, 'stop');
  assert.equal(data.usage?.completion_tokens, 3);
  assert.match(request_id ?? '', /^req_practice_/);
});

test('the OpenAI SDK streams role, content, finish reason and usage', async t => {
  const { sdk } = await world(t);
  const stream = await sdk.chat.completions.create({
    ...question(),
    stream: true,
    stream_options: { include_usage: true },
  });
  const chunks = await collected(stream);
  assert.equal(chunks[0]?.choices[0]?.delta.role, 'assistant');
  assert.equal(chunks.map(chunk => chunk.choices[0]?.delta.content ?? '').join(''), 'hello there');
  assert.equal(chunks.at(-2)?.choices[0]?.finish_reason, 'stop');
  assert.deepEqual(chunks.at(-1)?.choices, []);
  assert.ok((chunks.at(-1)?.usage?.total_tokens ?? 0) > 3);
});

test('the OpenAI SDK lists the models', async t => {
  const { sdk } = await world(t);
  const { data } = await sdk.models.list();
  assert.ok(data.some(({ id }) => id === 'practice-large'));
});

test('the OpenAI SDK maps a wrong key to its error for authentication', async t => {
  const { sdk } = await world(t, { requireKey: true }, 'sk-wrong');
  await assert.rejects(sdk.chat.completions.create(question()), (error: unknown) => {
    assert.ok(error instanceof OpenAI.AuthenticationError);
    assert.equal(error.code, 'invalid_api_key');
    return true;
  });
});

test('the OpenAI SDK is let in with a practice key', async t => {
  const { sdk } = await world(t, { requireKey: true }, 'practice-anything');
  assert.equal((await sdk.chat.completions.create(question())).choices[0]?.message.content, 'hello there');
});

test('the OpenAI SDK maps an unknown model to not found', async t => {
  const { sdk } = await world(t);
  const asked = sdk.chat.completions.create({ ...question(), model: 'gpt-none' });
  await assert.rejects(
    asked,
    (error: unknown) => error instanceof OpenAI.NotFoundError && error.code === 'model_not_found',
  );
});

test('the OpenAI SDK maps faults to its classes of error', async t => {
  const { practice, sdk } = await world(t);
  for (const [fault, expected] of [
    ['rate-limit', OpenAI.RateLimitError],
    ['quota', OpenAI.RateLimitError],
    ['overloaded', OpenAI.InternalServerError],
    ['server-error', OpenAI.InternalServerError],
    ['unauthorized', OpenAI.AuthenticationError],
    ['reset', OpenAI.APIConnectionError],
    ['down', OpenAI.APIConnectionError],
  ] as const) {
    practice.fault('openai', fault);
    await assert.rejects(sdk.chat.completions.create(question()), expected, fault);
  }
});

test('a model with a dialect refuses max_tokens and names the parameter to use', async t => {
  const { sdk } = await world(t);
  const dialect = { ...question(), model: 'practice-dialect', max_tokens: 10 };
  await assert.rejects(sdk.chat.completions.create(dialect), (error: unknown) => {
    assert.ok(error instanceof OpenAI.BadRequestError);
    assert.deepEqual([error.code, error.param], ['unsupported_parameter', 'max_tokens']);
    assert.match(error.message, /max_completion_tokens/);
    return true;
  });
});

test('a model with a dialect refuses a temperature and answers without it', async t => {
  const { sdk } = await world(t);
  const dialect = { ...question(), model: 'practice-dialect', max_completion_tokens: 10 };
  await assert.rejects(sdk.chat.completions.create({ ...dialect, temperature: 0 }), { param: 'temperature' });
  assert.equal((await sdk.chat.completions.create(dialect)).choices[0]?.message.content, 'hello there');
});

test('a thinking model sends its reasoning before the answer', async t => {
  const { sdk } = await world(t);
  const stream = await sdk.chat.completions.create({ ...question(), model: 'practice-thinking', stream: true });
  const kinds = (await collected(stream)).flatMap(({ choices: [choice] }) =>
    Object.keys(choice?.delta ?? {}).slice(-1),
  );
  assert.ok(kinds.indexOf('reasoning_content') > 0);
  assert.ok(kinds.lastIndexOf('reasoning_content') < kinds.indexOf('content'));
});

test('an answer that is longer than allowed is cut and says so', async t => {
  const { sdk } = await world(t);
  const answer = await sdk.chat.completions.create({ ...question(), max_completion_tokens: 1 });
  assert.deepEqual([answer.choices[0]?.message.content, answer.choices[0]?.finish_reason], ['hell', 'length']);
});

test('a prompt that is longer than the model takes is refused with its lengths', async t => {
  const { sdk } = await world(t);
  const messages = [{ role: 'user' as const, content: 'word '.repeat(40_000) }];
  const asked = sdk.chat.completions.create({ model: 'practice-small', messages });
  await assert.rejects(asked, { status: 400, code: 'context_length_exceeded' });
});

async function world(t: TestContext, options: PracticeOptions = {}, apiKey = 'practice-key') {
  const practice = await started(t, options);
  const sdk = new OpenAI({ apiKey, baseURL: `${practice.origins.openai}/v1`, maxRetries: 0, logLevel: 'off' });
  return { practice, sdk };
}

function question() {
  return { model: 'practice-large', messages: [{ role: 'user' as const, content: 'Reply with exactly: hello there' }] };
}
