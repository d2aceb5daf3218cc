import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { costOf } from '../../../src/core/budget/modelTable.ts';
import type { TextPart } from '../../../src/core/model/prompt.ts';
import { failureOf, type QuestionChanges } from '../../support/scripted.ts';
import { document, providerOf, withPeer } from '../asked.ts';
import { portsWith, questionWith, targetAt } from '../asking.ts';
import { wholeAnswerOf, type PeerReply, type WireName } from '../wire.ts';

const file: TextPart = {
  kind: 'text',
  name: 'document',
  role: 'user',
  text: Array.from({ length: 300 }, (_, at) => `const value${at} = compute(${at});`).join('\n'),
  priority: 1,
  repeats: { splits: [] },
};
const words: TextPart = { kind: 'text', name: 'question', role: 'user', text: 'Why?', priority: 9 };
const question: QuestionChanges = {
  request: { template: 'test@1', parts: [file, words] },
  sampling: { maxOutputTokens: 100 },
};
const json = { 'content-type': 'application/json' };

/** Refuses in these words what a request says that matches, and answers everything else. */
const refusing =
  (pattern: RegExp, message: string): PeerReply =>
  ({ request, reply }) => {
    if (pattern.test(request.body))
      reply(400, json, JSON.stringify({ type: 'error', error: { type: 'invalid_request_error', message } }));
    else reply(200, json, wholeAnswerOf('anthropic', 'Hello'));
  };

suite('a server that takes no marks', () => {
  const refusals: readonly (readonly [report: string, pattern: RegExp, message: string])[] = [
    [
      'earendil-works/pi#7938, Wei-Shaw/sub2api#225, cg-dot/vertexai-cf-workers#21',
      /cache_control/,
      'messages.0.content.0.cache_control: Extra inputs are not permitted',
    ],
    [
      'routatic/proxy#53',
      /cache_control/,
      "Error from provider: Extra inputs are not permitted, field: 'messages[0].cache_control'",
    ],
    [
      'decolua/9router#3795, VicBilibily/GCMP#83, anthropics/claude-agent-sdk-typescript#432',
      /cache_control/,
      'A maximum of 4 blocks with cache_control may be provided. Found 5.',
    ],
    [
      'a gateway that knows a message’s text only as such',
      /"content":\[/,
      'messages.0.content: Input should be a valid string',
    ],
  ];
  for (const [report, pattern, message] of refusals)
    test(`is asked again without them, and from then on at once (${report})`, async () => {
      await withPeer({ wire: 'anthropic', reply: refusing(pattern, message) }, async ({ ask, peer }) => {
        const { kind, details } = await failureOf(ask(question));
        assert.deepEqual([kind, details.facts?.['parameter']], ['unsupported-parameter', 'cache_control']);
        assert.equal((await ask(question)).text, 'Hello');
        assert.equal((await ask(question)).text, 'Hello');
        assert.equal(peer.requests.length, 3);
        assert.doesNotMatch(peer.requests.at(-1)?.body ?? '', /cache_control|"content":\[/);
      });
    });
});

suite('the cache key', () => {
  test('goes to OpenAI alone: others refuse it (zed-industries/zed#36215, farion1231/cc-switch#2089, anomalyco/opencode#45113)', async () => {
    const purpose = { task: 'ask', expects: { form: 'prose', language: 'ts', code: '' }, scope: 'workspace' } as const;
    await withPeer({ wire: 'openai', reply: document(wholeAnswerOf('openai', 'Hello')) }, async ({ ask, peer }) => {
      await ask({ ...question, purpose });
      assert.doesNotMatch(peer.requests[0]?.body ?? '', /prompt_cache_key/);
    });
    const bodies: string[] = [];
    const fetch = (_: unknown, init?: RequestInit) => {
      bodies.push(typeof init?.body === 'string' ? init.body : '');
      return Promise.resolve(new Response(wholeAnswerOf('openai', 'Hello'), { headers: json }));
    };
    const ask = providerOf('openai').createAsk(targetAt('openai', 'https://api.openai.com/v1'), portsWith({ fetch }));
    await ask(questionWith({ ...question, purpose }));
    assert.match(bodies.join(''), /"prompt_cache_key":"steadfast-\w{7}"/);
  });
});

suite('what is remembered is counted and paid once', () => {
  const price = { input: 3, output: 15, cachedInput: 0.3, cacheWrite: 3.75 };
  const rows: readonly (readonly [
    report: string,
    wire: WireName,
    usage: object,
    read: number,
    kept: number,
    all: number,
  ])[] = [
    [
      'genkit-ai/genkit#5412, Aider-AI/aider#5516, dust-tt/dust#20989',
      'anthropic',
      { input_tokens: 9, cache_creation_input_tokens: 0, cache_read_input_tokens: 3_000, output_tokens: 2 },
      3_000,
      0,
      3_009,
    ],
    [
      'browser-use/browser-use#5305, BerriAI/litellm#6576',
      'anthropic',
      { input_tokens: 1_200, cache_creation_input_tokens: 1_300, cache_read_input_tokens: 500, output_tokens: 2 },
      500,
      1_300,
      3_000,
    ],
    [
      'earendil-works/pi#2148, assafelovic/gpt-researcher#2065',
      'openai',
      { prompt_tokens: 3_000, completion_tokens: 2, prompt_tokens_details: { cached_tokens: 2_048 } },
      2_048,
      0,
      3_000,
    ],
    [
      'anomalyco/opencode#44229, HybridAIOne/hybridclaw#1516, laravel/ai#846',
      'openai',
      {
        prompt_tokens: 3_000,
        completion_tokens: 2,
        prompt_tokens_details: { cached_tokens: 2_000, cache_write_tokens: 400 },
      },
      2_000,
      400,
      3_000,
    ],
    [
      'a server that counts it beside the others (HybridAIOne/hybridclaw#1516)',
      'openai',
      { prompt_tokens: 3_000, completion_tokens: 2, cached_tokens: 1_024 },
      1_024,
      0,
      3_000,
    ],
  ];
  for (const [report, wire, usage, read, kept, all] of rows)
    test(`${wire}: ${report}`, async () => {
      const answer = { ...(JSON.parse(JSON.stringify(wholeAnswer(wire))) as object), usage };
      await withPeer({ wire, reply: document(answer) }, async ({ ask }) => {
        const booked = (await ask(question)).usage;
        assert.deepEqual(
          [booked.inputTokens, booked.cachedInputTokens, booked.cacheWriteTokens ?? 0],
          [all, read, kept],
        );
        const micros = (all - read - kept) * 3 + read * 0.3 + kept * 3.75 + 2 * 15;
        assert.ok(Math.abs(costOf(booked, price) * 1e6 - micros) < 1e-6);
      });
    });

  test('anthropic: counts that come at the beginning and at the end of a stream are one (envoyproxy/ai-gateway#2239, #2241, jeremychone/rust-genai#258)', async () => {
    const event = (type: string, more: object): string =>
      `event: ${type}\ndata: ${JSON.stringify({ type, ...more })}\n\n`;
    const counts = { input_tokens: 9, cache_creation_input_tokens: 40, cache_read_input_tokens: 3_000 };
    const stream = [
      event('message_start', { message: { model: 'm', usage: { ...counts, output_tokens: 1 } } }),
      event('content_block_start', { index: 0, content_block: { type: 'text', text: 'Hello' } }),
      event('message_delta', { delta: { stop_reason: 'end_turn' }, usage: { ...counts, output_tokens: 2 } }),
      event('message_stop', {}),
    ];
    const reply: PeerReply = exchange => {
      exchange.stream();
      for (const text of stream) exchange.chunk(text);
      exchange.end();
    };
    await withPeer({ wire: 'anthropic', reply }, async ({ ask }) => {
      const { inputTokens, cachedInputTokens, cacheWriteTokens } = (await ask(question)).usage;
      assert.deepEqual([inputTokens, cachedInputTokens, cacheWriteTokens], [3_049, 3_000, 40]);
    });
  });
});

function wholeAnswer(wire: WireName): unknown {
  const whole: unknown = wholeAnswerOf(wire, 'Hello');
  return typeof whole === 'string' ? JSON.parse(whole) : whole;
}
