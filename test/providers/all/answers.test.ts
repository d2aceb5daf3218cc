import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { estimateTokens } from '../../../src/core/prompt/estimateTokens.ts';
import { tokensOfPrompt } from '../../../src/core/prompt/tokens.ts';
import { failureOf } from '../../support/scripted.ts';
import { answerFrom, document, streamReply } from '../asked.ts';
import { questionWith } from '../asking.ts';
import { payloadsOf, recordings, toEvents, wholeAnswerOf } from '../wire.ts';
import type { PeerReply, WireName } from '../wire.ts';

const wires: readonly WireName[] = ['openai', 'anthropic'];
const good = (wire: WireName) => toEvents(wire, payloadsOf(wire, ['Hello', ', world']));
const whole = (wire: WireName) => wholeAnswerOf(wire, 'Hello, world');

/** Everything that is an answer, however the server writes it. */
const shapes: readonly (readonly [title: string, reply: (wire: WireName) => PeerReply])[] = [
  ['an event stream', wire => streamReply(good(wire))],
  ['one document', wire => document(whole(wire))],
  [
    'one document with the probability of each token',
    wire => document(whole(wire).replace('{', `{"logprobs":[${'{"token":"a","logprob":-0.1},'.repeat(10_000)}{}],`)),
  ],
  ['one document called text', wire => document(whole(wire), 200, { 'content-type': 'text/plain' })],
  ['one document called an event stream', wire => document(whole(wire), 200, { 'content-type': 'text/event-stream' })],
  ['a document after much white space', wire => document(`\n${' '.repeat(5000)}\n${whole(wire)}`)],
  ['a document with a byte order mark', wire => document(`\ufeff${whole(wire)}`)],
  ['an event stream called JSON', wire => document(good(wire), 200, { 'content-type': 'application/json' })],
  [
    'an event stream without a type',
    wire =>
      ({ socket }) =>
        socket.end(`HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n${good(wire)}`),
  ],
  [
    'a compressed event stream',
    wire => exchange => {
      exchange.stream({ 'content-encoding': 'gzip' });
      exchange.chunk(gzipSync(good(wire)));
      exchange.end();
    },
  ],
  [
    'an answer after early hints',
    wire => exchange => {
      exchange.socket.write('HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n');
      streamReply(good(wire))(exchange, 1);
    },
  ],
  [
    'events after comments and unknown events',
    wire => streamReply(': hi\n\n', 'event: news\ndata: {"type":"news"}\n\n', good(wire)),
  ],
  ['a stream whose end mark lacks its line end', wire => streamReply(good(wire).trimEnd())],
];

for (const wire of wires) {
  suite(`on the ${wire} wire`, () => {
    for (const [title, reply] of shapes) {
      test(`${title} is an answer`, async () => {
        const { text, model, usage } = await answerFrom(wire, reply(wire));
        const tokens = { inputTokens: 11, outputTokens: 7, cachedInputTokens: 0, exact: true };
        assert.deepEqual({ text, model, usage }, { text: 'Hello, world', model: 'served-model', usage: tokens });
      });
    }

    test('bytes that are no UTF-8 are replaced, and the answer stands', async () => {
      const bytes = Buffer.from(good(wire).replace('Hello', 'He#lo'));
      bytes[bytes.indexOf('#')] = 0xff;
      const reply: PeerReply = exchange => {
        exchange.stream();
        exchange.chunk(bytes);
        exchange.end();
      };
      assert.equal((await answerFrom(wire, reply)).text, 'He\ufffdlo, world');
    });

    test('keys that every object has change nothing', async () => {
      const hostile = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"type":"toString"}';
      const { text } = await answerFrom(wire, streamReply(`data: ${hostile}\n\n`, good(wire)));
      assert.deepEqual([text, 'polluted' in {}], ['Hello, world', false]);
    });

    test('what comes after the end mark does not count', async () => {
      const late = toEvents(wire, payloadsOf(wire, [' and more']));
      assert.equal((await answerFrom(wire, streamReply(good(wire) + late))).text, 'Hello, world');
    });

    test('an absurd count is booked as what was allowed', async () => {
      const absurd = good(wire).replace(/"(completion|output)_tokens":7/, '"$1_tokens":1e12');
      const { usage } = await answerFrom(wire, streamReply(absurd));
      const doubted = [{ side: 'output', why: 'high', reported: 1e12 }];
      assert.deepEqual(usage, { inputTokens: 11, outputTokens: 100, cachedInputTokens: 0, exact: false, doubted });
    });

    test('counts of nothing for something are replaced by estimates', async () => {
      const none = good(wire).replaceAll(/"(\w+_tokens)":\d+/g, '"$1":0');
      const { usage } = await answerFrom(wire, streamReply(none));
      assert.deepEqual(usage, { inputTokens: 18, outputTokens: 3, cachedInputTokens: 0, exact: false });
    });

    test('the request id of the provider is in the answer', async () => {
      const header = wire === 'openai' ? 'x-request-id' : 'request-id';
      const answer = await answerFrom(wire, document(whole(wire), 200, { [header]: 'req_1' }));
      assert.equal(answer.requestId, 'req_1');
    });
  });
}

/** How the recorded streams end: text, and what else matters in them. */
const recorded = async (wire: WireName, name: string) => {
  const recording = recordings(wire).find(recording => recording.name === name);
  if (recording === undefined) throw new Error(`No recording ${name}`);
  const question = { ...questionWith(), sampling: { maxOutputTokens: 1_000 } };
  const answer = await answerFrom(wire, streamReply(toEvents(wire, recording.payloads)), { question });
  return { ...answer, thoughts: question.events.filter(({ kind }) => kind === 'thinking').length };
};

suite('a recorded stream', () => {
  test('of DeepSeek keeps its reasoning out of the answer', async () => {
    const { text, thoughts, usage } = await recorded('openai', 'deepseek-reasoning.jsonl');
    assert.match(text, /strawberry/i);
    assert.ok(thoughts > 100);
    assert.deepEqual(usage, { inputTokens: 18, outputTokens: 219, cachedInputTokens: 0, exact: true });
  });

  test('of DeepSeek that was cut says so', async () => {
    assert.equal((await recorded('openai', 'deepseek-text.jsonl')).finish, 'length');
  });

  test('of xAI counts the reasoning that only its total holds', async () => {
    const { usage, text } = await recorded('openai', 'xai-text.jsonl');
    assert.deepEqual(usage, { inputTokens: 12, outputTokens: 342, cachedInputTokens: 11, exact: true });
    assert.equal(text, 'Grok');
  });

  test('of Azure, whose first event has no choice, is read', async () => {
    const { text, model } = await recorded('openai', 'azure-model-router.1.jsonl');
    assert.deepEqual([text, model], ['Capital of Denmark.', 'gpt-5-nano-2025-08-07']);
  });

  test('of Anthropic keeps its thinking out of the answer', async () => {
    const { text, thoughts } = await recorded('anthropic', 'anthropic-clear-thinking.1.jsonl');
    assert.deepEqual([text, thoughts], ['925 ÷ 5 = 185', 9]);
  });

  test('of Anthropic takes the later count of input', async () => {
    const { usage } = await recorded('anthropic', 'anthropic-message-delta-input-tokens.jsonl');
    assert.deepEqual(usage, { inputTokens: 61, outputTokens: 2, cachedInputTokens: 0, exact: true });
  });

  test('of Anthropic that declines is a refusal in its words', async () => {
    const { finish, text } = await recorded('anthropic', 'anthropic-refusal.jsonl');
    assert.equal(finish, 'refused');
    assert.match(text, /^This request triggered restrictions/);
  });

  test('that begins twice is read once', async () => {
    assert.equal((await recorded('anthropic', 'duplicate-message-start.jsonl')).text, 'Hello, World!');
  });

  for (const [wire, name] of [
    ['openai', 'deepseek-tool-call.jsonl'],
    ['openai', 'mistral-tool-call.jsonl'],
    ['anthropic', 'anthropic-tool-no-args.jsonl'],
  ] as const) {
    test(`that calls a tool nobody offered is empty: ${name}`, async () => {
      const { kind, details } = await failureOf(recorded(wire, name));
      assert.deepEqual([kind, details.code], ['empty', 'tool-call']);
    });
  }
});

const chunk = (choice: object, rest: object = {}) =>
  `data: ${JSON.stringify({ model: 'm', choices: [choice], ...rest })}\n\n`;
const ends = (reason: string) =>
  `${chunk({ index: 0, delta: { content: 'text' } })}${chunk({ delta: {}, finish_reason: reason })}`;

suite('on the OpenAI wire', () => {
  const finishes = [
    ['stop', 'stop'],
    ['length', 'length'],
    ['model_length', 'length'],
    ['content_filter', 'refused'],
    ['eos', 'stop'],
    ['EOS_TOKEN', 'stop'],
    ['MAX_TOKENS', 'length'],
    ['SAFETY', 'refused'],
    ['toString', 'length'],
  ] as const;
  for (const [reason, finish] of finishes) {
    test(`finish_reason ${reason} is ${finish}`, async () => {
      assert.equal((await answerFrom('openai', streamReply(ends(reason)))).finish, finish);
    });
  }

  test('tokens that nobody counted are estimated as they are where they are reserved, whatever the language', async () => {
    const [asked, said] = ['这个函数是做什么用的？', '它把两个数字相加，然后返回结果。'].map(text => text.repeat(20));
    const parts = [{ kind: 'text', name: 'question', role: 'user', text: asked ?? '', priority: 5 }] as const;
    const question = { request: { template: 'test@1', parts } };
    const reply = streamReply(chunk({ delta: { content: said }, finish_reason: 'stop' }));
    const { usage } = await answerFrom('openai', reply, { question });
    assert.deepEqual(
      [usage.inputTokens, usage.outputTokens],
      [tokensOfPrompt(question.request), estimateTokens(said ?? '')],
    );
  });

  test('an answer that is complete is complete without [DONE], counts estimated', async () => {
    const { text, usage } = await answerFrom('openai', streamReply(ends('stop')));
    assert.deepEqual([text, usage.exact], ['text', false]);
  });

  test('[DONE] is an end without a finish_reason', async () => {
    const { text } = await answerFrom('openai', streamReply(chunk({ delta: { content: 'text' } }), 'data: [DONE]\n\n'));
    assert.equal(text, 'text');
  });

  test('a server that lacks resources is overloaded', async () => {
    assert.equal(
      (await failureOf(answerFrom('openai', streamReply(ends('insufficient_system_resource'))))).kind,
      'overloaded',
    );
  });

  test('a refusal is an answer in the words of the provider', async () => {
    const refusal = `${chunk({ delta: { refusal: 'I will ' } })}${chunk({ delta: { refusal: 'not.' }, finish_reason: 'stop' })}`;
    const { finish, text } = await answerFrom('openai', streamReply(refusal));
    assert.deepEqual([finish, text], ['refused', 'I will not.']);
  });

  test('a request that the content rules turn away is a refusal', async () => {
    const body = { error: { code: 'content_policy_violation', message: 'Not this.' } };
    const { finish, text } = await answerFrom('openai', document(body, 400));
    assert.deepEqual([finish, text], ['refused', 'Not this.']);
  });

  test('only the first choice counts', async () => {
    const others = chunk({ index: 1, delta: { content: 'no' } }) + chunk({ index: 1e9, delta: { content: 'no' } });
    assert.equal((await answerFrom('openai', streamReply(others + ends('stop')))).text, 'text');
  });

  test('content in parts is text and thinking', async () => {
    const parts = [
      { type: 'thinking', thinking: [{ type: 'text', text: 'Hm' }] },
      { type: 'text', text: 'Hello' },
    ];
    const question = questionWith();
    const stream = streamReply(chunk({ delta: { content: parts }, finish_reason: 'stop' }));
    const { text } = await answerFrom('openai', stream, { question });
    assert.deepEqual([text, question.events.some(({ kind }) => kind === 'thinking')], ['Hello', true]);
  });

  test('an empty finish_reason is none', async () => {
    const cut = streamReply(chunk({ delta: { content: 'a' }, finish_reason: '' }), ends('length'));
    assert.equal((await answerFrom('openai', cut)).finish, 'length');

    const stream = streamReply(chunk({ delta: { content: 'a' }, finish_reason: '' }), ends('stop'));
    assert.equal((await answerFrom('openai', stream)).text, 'atext');
  });
});

suite('on the Anthropic wire', () => {
  for (const [reason, finish] of [
    ['end_turn', 'stop'],
    ['stop_sequence', 'stop'],
    ['max_tokens', 'length'],
    ['model_context_window_exceeded', 'length'],
    ['pause_turn', 'length'],
    ['refusal', 'refused'],
  ] as const) {
    test(`stop_reason ${reason} is ${finish}`, async () => {
      const stream = toEvents('anthropic', payloadsOf('anthropic', ['text'])).replace('end_turn', reason);
      assert.equal((await answerFrom('anthropic', streamReply(stream))).finish, finish);
    });
  }

  test('cached input is counted with the input, whichever event tells it', async () => {
    const stream = toEvents('anthropic', payloadsOf('anthropic', ['text'])).replace(
      '"input_tokens":11',
      '"input_tokens":11,"cache_read_input_tokens":100,"cache_creation_input_tokens":5',
    );
    const { usage } = await answerFrom('anthropic', streamReply(stream));
    assert.deepEqual(usage, {
      inputTokens: 116,
      outputTokens: 7,
      cachedInputTokens: 100,
      cacheWriteTokens: 5,
      exact: true,
    });
  });

  test('text that a block begins with is text', async () => {
    const begin = 'data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":"Oh. "}}\n\n';
    const [first = '', ...rest] = payloadsOf('anthropic', ['Hello']);
    const stream = toEvents('anthropic', [first]) + begin + toEvents('anthropic', rest);
    assert.equal((await answerFrom('anthropic', streamReply(stream))).text, 'Oh. Hello');
  });
});
