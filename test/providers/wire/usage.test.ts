import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Usage } from '../../../src/core/model/answer.ts';
import { estimateTokens } from '../../../src/core/prompt/estimateTokens.ts';
import { bytesOfPrompt, tokensOfPrompt } from '../../../src/core/prompt/tokens.ts';
import { answerFrom, document, streamReply } from '../asked.ts';
import { payloadsOf, toEvents, type WireName } from '../wire.ts';

const allowance = 4_000;
/** 2000 words, about as many tokens, without two equal lines. */
const answer = Array.from({ length: 500 }, (_, at) => `Line ${at} says something.`).join('\n');
const prompt = {
  template: 'test@1',
  parts: [{ kind: 'text', name: 'question', role: 'user', text: 'What does this code do? '.repeat(80), priority: 5 }],
} as const;
const read = tokensOfPrompt(prompt);
const written = estimateTokens(answer);
const mostRead = bytesOfPrompt(prompt) + 1_000;

/** What is booked for a stream whose `usage` objects are these, one after another, before its end. */
async function booked(wire: WireName, ...usages: readonly string[]): Promise<Usage> {
  const changes = { request: prompt, sampling: { maxOutputTokens: allowance } };
  const payloads = payloadsOf(wire, [answer]).map(payload => payload.replace(/"usage":\{[^{}]*\}/, '"usage":null'));
  const last =
    wire === 'openai' ? payloads.length - 1 : payloads.findIndex(payload => payload.includes('message_delta'));
  const told = usages.map(usage =>
    wire === 'openai' ? `{"choices":[],"usage":${usage}}` : `{"type":"message_delta","delta":{},"usage":${usage}}`,
  );
  const stream = toEvents(wire, [...payloads.slice(0, last), ...told, ...payloads.slice(last)]);
  return (await answerFrom(wire, streamReply(stream), { question: changes })).usage;
}

const openai = (input: unknown, output: unknown, more = ''): string =>
  `{"prompt_tokens":${String(input)},"completion_tokens":${String(output)}${more}}`;
const anthropic = (input: unknown, output: unknown, more = ''): string =>
  `{"input_tokens":${String(input)},"output_tokens":${String(output)}${more}}`;
const usageOfWire = { openai, anthropic } as const;

const exact = (inputTokens: number, outputTokens: number, cachedInputTokens = 0): Usage => ({
  inputTokens,
  outputTokens,
  cachedInputTokens,
  exact: true,
});
const estimated: Usage = { inputTokens: read, outputTokens: written, cachedInputTokens: 0, exact: false };

for (const wire of ['openai', 'anthropic'] as const) {
  const usage = usageOfWire[wire];

  suite(`the counts of a server on the ${wire} wire`, () => {
    test('are believed where they can be true, from a quarter of the estimate up to what is possible', async () => {
      for (const [input, output] of [
        [read, written],
        [Math.ceil(read / 4), Math.ceil(written / 4)],
        [mostRead, allowance],
      ] as const)
        assert.deepEqual(await booked(wire, usage(input, output)), exact(input, output));
    });

    test('are not believed below: two thousand tokens reported as two are booked as they are estimated', async () => {
      const doubted = [
        { why: 'low', reported: 1, side: 'input' },
        { why: 'low', reported: 2, side: 'output' },
      ];
      assert.deepEqual(await booked(wire, usage(1, 2)), { ...estimated, doubted });
    });

    test('are not believed above: twenty million are booked as what is possible', async () => {
      const doubted = [
        { why: 'high', reported: 20_000_000, side: 'input' },
        { why: 'high', reported: 20_000_000, side: 'output' },
      ];
      assert.deepEqual(await booked(wire, usage(20_000_000, 20_000_000)), {
        inputTokens: mostRead,
        outputTokens: allowance,
        cachedInputTokens: 0,
        exact: false,
        doubted,
      });
    });

    for (const [title, value, reported] of [
      ['a number beyond all counts', '1e308', 1e308],
      ['a number that is infinite', '1e999', Infinity],
    ] as const)
      test(`${title} is booked as what was allowed`, async () => {
        const { outputTokens, exact, doubted } = await booked(wire, usage(read, value));
        assert.deepEqual([outputTokens, exact], [allowance, false]);
        assert.deepEqual(doubted, [{ why: 'high', reported, side: 'output' }]);
      });

    for (const [title, value] of [
      ['a number below zero', '-5'],
      ['a number far below zero', '-1e308'],
      ['a fraction', '600.5'],
      ['a text', '"600"'],
      ['a text that says NaN', '"NaN"'],
      ['a list', '[600]'],
      ['an object', '{"value":600}'],
      ['yes', 'true'],
    ] as const)
      test(`${title} is no count: the estimate is booked, and that is said`, async () => {
        assert.deepEqual(await booked(wire, usage(read, value)), {
          ...estimated,
          doubted: [{ why: 'no-count', side: 'output' }],
        });
        const { inputTokens, doubted } = await booked(wire, usage(value, written));
        assert.deepEqual([inputTokens, doubted], [read, [{ why: 'no-count', side: 'input' }]]);
      });

    test('that are missing are estimated, and nobody is blamed (opencode #423, SWE-agent #44)', async () => {
      for (const told of [['{}'], ['null'], [], [usage(null, null)], ['[]'], ['"none"']])
        assert.deepEqual(await booked(wire, ...told), estimated);
    });

    test('that come again and again count once, the last of them (ogx #5122, tensorzero #5481, InsForge #2016)', async () => {
      const told = [1, 700, 1_400, written].map(output => usage(read, output));
      assert.deepEqual(await booked(wire, ...told, usage(read, written)), exact(read, written));
    });

    test('of thinking are believed within the allowance, though nothing of it was seen', async () => {
      assert.deepEqual(await booked(wire, usage(read, allowance)), exact(read, allowance));
    });
  });
}

suite('reports from elsewhere', () => {
  const rows: readonly (readonly [title: string, usage: string, booked: Usage])[] = [
    [
      'a prompt from the cache is counted as 0 (ollama #5370, #2068, #3427)',
      openai(0, written),
      { ...estimated, inputTokens: read, outputTokens: written },
    ],
    ['the prompt is left out of the counts (sglang #10012)', `{"completion_tokens":${written}}`, estimated],
    [
      'one token in and the output about right (freellmapi #845)',
      openai(1, written),
      {
        ...estimated,
        doubted: [{ why: 'low', reported: 1, side: 'input' }],
      },
    ],
    [
      'every piece is counted as one token (vllm-omni #2313)',
      openai(read, 1),
      { ...estimated, doubted: [{ why: 'low', reported: 1, side: 'output' }] },
    ],
    [
      'the names of the Responses API (pi #2326: mlx-vlm)',
      `{"input_tokens":${read},"output_tokens":${written},"total_tokens":${read + written}}`,
      exact(read, written),
    ],
    [
      'more cached than read (grok2api #751)',
      openai(read, written, `,"prompt_tokens_details":{"cached_tokens":${read * 9}}`),
      exact(read, written, read),
    ],
    [
      'cached is below zero (grok2api #751)',
      openai(read, written, ',"prompt_tokens_details":{"cached_tokens":-7}'),
      exact(read, written),
    ],
    [
      'the total holds what nobody wrote (litellm #5001, a total that is summed twice)',
      openai(read, written, `,"total_tokens":${read + 90_000}`),
      {
        inputTokens: read,
        outputTokens: allowance,
        cachedInputTokens: 0,
        exact: false,
        doubted: [{ why: 'high', reported: 90_000, side: 'output' }],
      },
    ],
  ];
  for (const [title, usage, expected] of rows)
    test(`on the OpenAI wire: ${title}`, async () => {
      const found = await booked('openai', usage);
      assert.deepEqual({ ...found, exact: expected.exact }, { ...expected });
      assert.equal(found.exact, expected.exact);
    });

  test('what Anthropic counts beside the input belongs to it (genkit #5412)', async () => {
    const beside = read - 7;
    assert.deepEqual(await booked('anthropic', anthropic(7, written, `,"cache_read_input_tokens":${beside}`)), {
      ...exact(read, written),
      cachedInputTokens: beside,
    });
  });

  test('cached tokens, which are cheap, are not believed where their sum is not', async () => {
    const { inputTokens, cachedInputTokens } = await booked(
      'anthropic',
      anthropic(read, written, ',"cache_read_input_tokens":90000000'),
    );
    assert.deepEqual([inputTokens, cachedInputTokens], [mostRead, 0]);
  });

  test('a count of what the user’s own parameters allow is believed', async () => {
    const { usage } = await answerFrom('openai', document(wholeOf(9_000)), {
      question: { request: prompt, sampling: { maxOutputTokens: 50 } },
      target: { parameters: { max_tokens: 10_000 } },
    });
    assert.deepEqual(usage, exact(read, 9_000));
  });
});

const wholeOf = (output: number): string =>
  JSON.stringify({
    choices: [{ index: 0, message: { content: answer }, finish_reason: 'stop' }],
    usage: { prompt_tokens: read, completion_tokens: output },
  });

suite('an answer that runs on', () => {
  /** 64 000 characters for an answer of 4 000 tokens. */
  const longest = allowance * 16;
  const lines = Array.from({ length: 40_000 }, (_, at) => `Line ${at} goes on.`).join('\n');
  const question = { request: prompt, sampling: { maxOutputTokens: allowance } };

  for (const wire of ['openai', 'anthropic'] as const)
    test(`is cut off at a multiple of what it may have, before it is judged, on the ${wire} wire`, async () => {
      const stream = toEvents(wire, payloadsOf(wire, lines.match(/[^]{1,4000}/g) ?? []));
      const { text, finish } = await answerFrom(wire, streamReply(stream), { question });
      assert.deepEqual([text, finish], [lines.slice(0, longest), 'length']);
    });

  test('is cut off as one document too, and between two characters', async () => {
    const smileys = '🙂'.repeat(longest);
    const content = JSON.stringify({
      choices: [{ index: 0, message: { content: `a${smileys}` }, finish_reason: 'stop' }],
    });
    const { text, finish } = await answerFrom('openai', document(content), { question });
    assert.deepEqual([text.length, text.isWellFormed(), finish], [longest - 1, true, 'length']);
  });
});
