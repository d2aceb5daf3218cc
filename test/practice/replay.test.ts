import assert from 'node:assert/strict';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { post, started } from './started.ts';

const openaiPayloads = [
  '{"id":"a","object":"chat.completion.chunk","choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}]}',
  '{"id":"a", "object":"chat.completion.chunk","choices":[{"index":0,"delta":{"content":"Grüße \\u00e9"},"finish_reason":null}]}',
  '{"id":"a","object":"chat.completion.chunk","choices":[{"index":0,"delta":{},"finish_reason":"length"}]}',
];
const anthropicPayloads = [
  '{"type":"message_start","message":{"id":"m","type":"message","role":"assistant","content":[],"usage":{"input_tokens":1}}}',
  '{"index":0,"delta":{"type":"text_delta","text":"pong"},"type":"content_block_delta"}',
  '{"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":2}}',
  '{"type":"message_stop"}',
];

test('a recorded OpenAI stream is played byte for byte', async t => {
  const folder = transcripts(t);
  const practice = await started(t, { replay: join(folder, 'openai', 'a.jsonl') });
  const body = await (await post(practice, 'openai')).text();
  assert.equal(body, [...openaiPayloads, '[DONE]'].map(payload => `data: ${payload}\n\n`).join(''));
});

test('a recorded Anthropic stream is played byte for byte, with the names of its events', async t => {
  const folder = transcripts(t);
  const practice = await started(t, { replay: join(folder, 'anthropic', 'b.jsonl') });
  const body = await (await post(practice, 'anthropic')).text();
  const names = ['message_start', 'content_block_delta', 'message_delta', 'message_stop'];
  assert.equal(
    body,
    anthropicPayloads.map((payload, index) => `event: ${names[index] ?? ''}\ndata: ${payload}\n\n`).join(''),
  );
});

test('a recording is played on its own wire only', async t => {
  const practice = await started(t, { replay: join(transcripts(t), 'anthropic', 'b.jsonl') });
  assert.ok(!(await (await post(practice, 'openai')).text()).includes('pong'));
});

test("a model's name chooses a recording", async t => {
  const practice = await started(t, { transcripts: transcripts(t) });
  const body = await (await post(practice, 'anthropic', { model: 'replay:b.jsonl' })).text();
  assert.ok(body.includes('"text":"pong"'));
});

test('a recording answers as a whole too', async t => {
  const practice = await started(t, { transcripts: transcripts(t) });
  const response = await post(practice, 'openai', { model: 'replay:a.jsonl', stream: false });
  const { choices } = (await response.json()) as { choices: { message: { content: string }; finish_reason: string }[] };
  assert.deepEqual([choices[0]?.message.content, choices[0]?.finish_reason], ['Grüße é', 'length']);
});

test('a recording that does not exist, or lies outside of the folder, is not found', async t => {
  const practice = await started(t, { transcripts: transcripts(t) });
  for (const name of ['none.jsonl', '../anthropic/b.jsonl', '/etc/passwd']) {
    assert.equal((await post(practice, 'openai', { model: `replay:${name}` })).status, 404, name);
  }
});

function transcripts(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'practice-'));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const [wire, name, payloads] of [
    ['openai', 'a.jsonl', openaiPayloads],
    ['anthropic', 'b.jsonl', anthropicPayloads],
  ] as const) {
    mkdirSync(join(folder, wire));
    writeFileSync(join(folder, wire, name), `${payloads.join('\n')}\n`);
  }
  return folder;
}
