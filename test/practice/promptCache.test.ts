import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import { BadRequestError } from '@anthropic-ai/sdk';
import { started } from './started.ts';

const file = 'const price = 1;\n'.repeat(400);
const marked = (text: string) => ({ type: 'text', text, cache_control: { type: 'ephemeral' } }) as const;

async function world(t: TestContext) {
  let now = 0;
  const practice = await started(t, { now: () => now });
  const sdk = new Anthropic({ apiKey: 'practice-key', baseURL: practice.origins.anthropic, maxRetries: 0 });
  const usageOf = async (...content: Anthropic.TextBlockParam[]) => {
    const { usage } = await sdk.messages.create({
      model: 'practice-large',
      max_tokens: 50,
      messages: [{ role: 'user', content }],
    });
    return [usage.input_tokens, usage.cache_creation_input_tokens, usage.cache_read_input_tokens];
  };
  return { usageOf, later: (minutes: number) => (now += minutes * 60_000) };
}

test('the Anthropic SDK is told what was written and what was read, beside the other input', async t => {
  const { usageOf, later } = await world(t);
  assert.deepEqual(await usageOf(marked(file), { type: 'text', text: 'Why is it?' }), [3, 1_704, 0]);
  later(4);
  assert.deepEqual(await usageOf(marked(file), { type: 'text', text: 'How is it?' }), [3, 0, 1_704]);
  later(6);
  assert.deepEqual(await usageOf(marked(file), { type: 'text', text: 'How is it?' }), [3, 1_704, 0]);
});

test('a fifth mark is refused, and a mark on nothing', async t => {
  const { usageOf } = await world(t);
  const refusal = (error: unknown) => (error instanceof BadRequestError ? error.message : '');
  assert.match(await usageOf(...Array.from({ length: 5 }, () => marked('x'))).then(() => '', refusal), /Found 5\./);
  assert.match(await usageOf(marked('')).then(() => '', refusal), /cannot be set for empty text blocks/);
});
