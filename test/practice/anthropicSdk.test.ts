import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import type { PracticeOptions } from '../../practice/server.ts';
import { collected, started } from './started.ts';

test('the Anthropic SDK gets a whole answer with usage and request id', async t => {
  const { sdk } = await world(t);
  const { data, request_id } = await sdk.messages.create(question()).withResponse();
  assert.deepEqual(data.content, [{ type: 'text', text: 'hello there' }]);
  assert.equal(data.stop_reason, 'end_turn');
  assert.equal(data.usage.output_tokens, 3);
  assert.match(request_id ?? '', /^req_practice_/);
});

test('the Anthropic SDK streams all events of a message in order', async t => {
  const { sdk } = await world(t);
  const events = await collected(await sdk.messages.create({ ...question(), stream: true }));
  const names = events.map(({ type }) => type).filter((name, index, all) => name !== all[index - 1]);
  assert.deepEqual(names, [
    'message_start',
    'content_block_start',
    'content_block_delta',
    'content_block_stop',
    'message_delta',
    'message_stop',
  ]);
});

test("the Anthropic SDK's stream helper puts the message together", async t => {
  const { sdk } = await world(t);
  const message = await sdk.messages.stream(question()).finalMessage();
  assert.deepEqual(message.content, [{ type: 'text', text: 'hello there' }]);
  assert.deepEqual([message.stop_reason, message.usage.output_tokens], ['end_turn', 3]);
});

test('the Anthropic SDK lists the models', async t => {
  const { sdk } = await world(t);
  const { data } = await sdk.models.list();
  assert.ok(data.some(({ id, display_name }) => id === 'practice-large' && display_name === 'Practice Large'));
});

test('the Anthropic SDK maps a wrong key to its error for authentication', async t => {
  const { sdk } = await world(t, { requireKey: true }, 'sk-wrong');
  await assert.rejects(sdk.messages.create(question()), (error: unknown) => {
    assert.ok(error instanceof Anthropic.AuthenticationError);
    assert.equal(error.type, 'authentication_error');
    assert.match(error.requestID ?? '', /^req_practice_/);
    return true;
  });
});

test('the Anthropic SDK is let in with a practice key', async t => {
  const { sdk } = await world(t, { requireKey: true }, 'practice-anything');
  assert.equal((await sdk.messages.create(question())).stop_reason, 'end_turn');
});

test('the Anthropic SDK maps faults to status and type', async t => {
  const { practice, sdk } = await world(t);
  for (const [fault, status, type] of [
    ['rate-limit', 429, 'rate_limit_error'],
    ['quota', 402, 'billing_error'],
    ['overloaded', 529, 'overloaded_error'],
    ['server-error', 500, 'api_error'],
    ['unauthorized', 401, 'authentication_error'],
  ] as const) {
    practice.fault('anthropic', fault);
    await assert.rejects(sdk.messages.create(question()), { status, type });
  }
});

test('the Anthropic SDK reports a reset and a refused connection as connection errors', async t => {
  const { practice, sdk } = await world(t);
  for (const fault of ['reset', 'down'] as const) {
    practice.fault('anthropic', fault);
    await assert.rejects(sdk.messages.create(question()), Anthropic.APIConnectionError, fault);
  }
});

test('a thinking model sends a thinking block before its text', async t => {
  const { sdk } = await world(t);
  const message = await sdk.messages.stream({ ...question(), model: 'practice-thinking' }).finalMessage();
  assert.deepEqual(
    message.content.map(({ type }) => type),
    ['thinking', 'text'],
  );
});

test('a model with a dialect refuses a temperature', async t => {
  const { sdk } = await world(t);
  const dialect = { ...question(), model: 'practice-dialect', temperature: 0 };
  const asked = sdk.messages.create(dialect);
  await assert.rejects(asked, { status: 400, type: 'invalid_request_error' });
});

test('an answer that is longer than allowed is cut and says so', async t => {
  const { sdk } = await world(t);
  const message = await sdk.messages.create({ ...question(), max_tokens: 1 });
  assert.equal(message.stop_reason, 'max_tokens');
});

test('a request without max_tokens is refused in the words of the wire', async t => {
  const { practice } = await world(t);
  const response = await fetch(`${practice.origins.anthropic}/v1/messages`, {
    method: 'POST',
    headers: { 'anthropic-version': '2023-06-01' },
    body: JSON.stringify({ model: 'practice-large', messages: [{ role: 'user', content: 'hello' }] }),
  });
  const { type, error } = (await response.json()) as { type: string; error: { type: string; message: string } };
  assert.deepEqual([response.status, type, error.type], [400, 'error', 'invalid_request_error']);
  assert.equal(error.message, 'max_tokens: Field required');
});

test('a refusal is an answer that says so', async t => {
  const { sdk } = await world(t);
  const messages = [{ role: 'user' as const, content: 'Reply with a refusal' }];
  const message = await sdk.messages.create({ ...question(), messages });
  assert.deepEqual([message.stop_reason, message.content], ['refusal', []]);
});

async function world(t: TestContext, options: PracticeOptions = {}, apiKey = 'practice-key') {
  const practice = await started(t, options);
  const sdk = new Anthropic({ apiKey, baseURL: practice.origins.anthropic, maxRetries: 0, logLevel: 'off' });
  return { practice, sdk };
}

function question() {
  const messages = [{ role: 'user' as const, content: 'Reply with exactly: hello there' }];
  return { model: 'practice-large', max_tokens: 1000, messages };
}
