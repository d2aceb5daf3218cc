import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Target } from '../../../src/core/model/target.ts';
import { failureOf } from '../../support/scripted.ts';
import { document, streamReply, withPeer } from '../asked.ts';
import type { Asking } from '../asked.ts';
import { toEvents, wholeAnswerOf, type PeerReply, type WireName } from '../wire.ts';

const schema = {
  type: 'object',
  properties: { list: { type: 'array', items: { type: 'string' } } },
  required: ['list'],
  additionalProperties: false,
};
const json = { schema: { name: 'list', schema }, check: () => undefined, predefined: '{"list":[]}' };
const data = { expects: { form: 'prose', language: '', code: '', json } } as const;

const official = { openai: 'https://api.openai.com', anthropic: 'https://api.anthropic.com' } as const;

interface Standing extends Partial<Target> {
  readonly reply?: PeerReply;
}

/** A peer that stands for the provider itself, wherever that is. */
function known<T>(
  wire: WireName,
  { reply = document(wholeAnswerOf(wire, '{"list":[]}')), origin = official[wire], ...target }: Standing,
  play: (asking: Asking) => Promise<T>,
): Promise<T> {
  let address = '';
  const fetch: typeof globalThis.fetch = (url, init) =>
    globalThis.fetch((url instanceof Request ? url.url : String(url)).replace(origin, address), init);
  return withPeer(
    { wire, reply, ports: { fetch }, target: { origin, baseUrl: `${origin}/v1`, loopback: false, ...target } },
    asking => {
      address = asking.peer.origin;
      return play(asking);
    },
  );
}

type Body = Readonly<Record<string, unknown>>;

async function sent(wire: WireName, target: Partial<Target> = {}, question: object = data): Promise<Body> {
  return known(wire, target, async ({ ask, peer }) => {
    await ask(question);
    return JSON.parse(peer.requests[0]?.body ?? '{}') as Body;
  });
}

test('OpenAI is told the schema as the format of its response', async () => {
  assert.deepEqual((await sent('openai'))['response_format'], {
    type: 'json_schema',
    json_schema: { name: 'list', strict: true, schema },
  });
});

test('Anthropic is told it as the input of a tool that must be called once', async () => {
  const { tools, tool_choice } = await sent('anthropic');
  assert.deepEqual(tools, [{ name: 'list', description: 'Takes the answer.', input_schema: schema }]);
  assert.deepEqual(tool_choice, { type: 'tool', name: 'list', disable_parallel_tool_use: true });
});

for (const [what, target] of [
  ['a server of which nobody knows whether it holds to it', { origin: 'http://127.0.0.1:8080' }],
  ['a server that only begins like a known one', { origin: 'https://api.openai.com.example.org' }],
  ['a target whose own parameters decide', { parameters: { response_format: { type: 'text' } } }],
] as const) {
  test(`${what} is told it in words alone`, async () => {
    assert.equal(JSON.stringify(await sent('openai', target)).includes('json_schema'), false);
  });
}

test("no tool is forced beside the user's own", async () => {
  const { tools, tool_choice } = await sent('anthropic', { parameters: { tools: [{ name: 'search' }] } });
  assert.deepEqual([tools, tool_choice], [[{ name: 'search' }], undefined]);
});

test('a question for prose has no format', async () => {
  assert.equal((await sent('openai', {}, {}))['response_format'], undefined);
});

// "Thinking may not be enabled when tool_choice forces tool use": run-llama/llama_index#19641, langchain-ai/langchain#35551
test('no tool is forced on a model that thinks', async () => {
  const { tools } = await sent('anthropic', { parameters: { thinking: { type: 'enabled', budget_tokens: 2_000 } } });
  const { tool_choice } = await sent('anthropic', { parameters: { thinking: { type: 'disabled' } } });
  assert.deepEqual([tools, tool_choice !== undefined], [undefined, true]);
});

suite('a server that does not know the form', () => {
  for (const [who, wire, complaint] of [
    [
      'an older model of OpenAI',
      'openai',
      {
        error: {
          message: "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.",
          type: 'invalid_request_error',
          param: null,
          code: null,
        },
      },
    ],
    // lmstudio-ai/lmstudio-bug-tracker#189, #307
    ['LM Studio', 'openai', { error: "'response_format.type' must be 'json_object' or 'text'" }],
    // ggml-org/llama.cpp#11847
    [
      'llama.cpp',
      'openai',
      { error: { code: 400, message: 'Either "json_schema" or "grammar" can be specified, but not both' } },
    ],
    // langchain-ai/langchain#35551
    [
      'a model that thinks by itself',
      'anthropic',
      {
        type: 'error',
        error: {
          type: 'invalid_request_error',
          message: 'Thinking may not be enabled when tool_choice forces tool use.',
        },
      },
    ],
    [
      'a gateway without tools',
      'anthropic',
      { type: 'error', error: { type: 'invalid_request_error', message: 'tools: Extra inputs are not permitted' } },
    ],
  ] as const) {
    test(`${who} is asked in words from then on, and the failure counts against nobody`, async () => {
      const reply: PeerReply = ({ request, reply: answer }) => {
        const isForm = /"response_format"|"tool_choice"/.test(request.body);
        answer(
          isForm ? 400 : 200,
          { 'content-type': 'application/json' },
          isForm ? JSON.stringify(complaint) : wholeAnswerOf(wire, '{"list":[]}'),
        );
      };
      await known(wire, { reply }, async ({ ask, peer }) => {
        const { kind, rules } = await failureOf(ask(data));
        assert.deepEqual([kind, rules.retry, rules.trips], ['unsupported-parameter', 'at-once', 0]);
        await ask(data);
        await ask(data);
        const asked = peer.requests.map(({ body }) => /"response_format"|"tool_choice"/.test(body));
        assert.deepEqual(asked, [true, false, false]);
      });
    });
  }

  test('what it says of something else teaches nothing of the form', async () => {
    const reply = document({ error: { message: 'Your account is not active', type: 'invalid_request_error' } }, 400);
    await known('openai', { reply }, async ({ ask, peer }) => {
      await failureOf(ask(data));
      await failureOf(ask(data));
      assert.ok(peer.requests.every(({ body }) => body.includes('response_format')));
    });
  });
});

const begun = (more: object) =>
  JSON.stringify({ type: 'message_start', message: { model: 'm', content: [], usage: { input_tokens: 9 } }, ...more });
const block = (index: number, content_block: object) =>
  JSON.stringify({ type: 'content_block_start', index, content_block });
const piece = (index: number, partial_json: string) =>
  JSON.stringify({ type: 'content_block_delta', index, delta: { type: 'input_json_delta', partial_json } });
const stop = (index: number) => JSON.stringify({ type: 'content_block_stop', index });
const ended = (stop_reason: string) => [
  JSON.stringify({ type: 'message_delta', delta: { stop_reason }, usage: { output_tokens: 20 } }),
  JSON.stringify({ type: 'message_stop' }),
];
const call = (index: number, name = 'list', input: unknown = {}) =>
  block(index, { type: 'tool_use', id: `t${index}`, name, input });

const streamed = (...payloads: readonly string[]) =>
  known('anthropic', { reply: streamReply(toEvents('anthropic', [begun({}), ...payloads])) }, ({ ask }) => ask(data));

suite("what Anthropic's tool is called with", () => {
  test('is the answer, and the call is its regular end', async () => {
    const { text, finish } = await streamed(
      call(0),
      piece(0, ''),
      piece(0, '{"list": ["a'),
      piece(0, '", "b"]}'),
      stop(0),
      ...ended('tool_use'),
    );
    assert.deepEqual([text, finish], ['{"list": ["a", "b"]}', 'stop']);
  });

  test('is the answer whatever the model says beside it', async () => {
    const { text } = await streamed(
      block(0, { type: 'text', text: '' }),
      JSON.stringify({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Here it is:' } }),
      stop(0),
      call(1),
      piece(1, '{"list":[]}'),
      stop(1),
      ...ended('tool_use'),
    );
    assert.equal(text, '{"list":[]}');
  });

  // pipecat-ai/pipecat#409: without arguments nothing is written, not even an empty object
  test('is an empty object when nothing is written', async () => {
    assert.equal((await streamed(call(0), stop(0), ...ended('tool_use'))).text, '{}');
  });

  test('may come at once, as gateways send it', async () => {
    assert.equal(
      (await streamed(call(0, 'list', { list: ['a'] }), stop(0), ...ended('tool_use'))).text,
      '{"list":["a"]}',
    );
  });

  test('counts once when it is called twice', async () => {
    const { text } = await streamed(
      call(0),
      piece(0, '{"list":["a"]}'),
      stop(0),
      call(1),
      piece(1, '{"list":["b"]}'),
      stop(1),
      ...ended('tool_use'),
    );
    assert.equal(text, '{"list":["a"]}');
  });

  test('is cut off when there was no more room for it', async () => {
    const { text, finish } = await streamed(call(0), piece(0, '{"list":["a'), stop(0), ...ended('max_tokens'));
    assert.deepEqual([text, finish], ['{"list":["a', 'length']);
  });

  test('is no answer when its stream breaks off', async () => {
    const { kind } = await failureOf(streamed(call(0), piece(0, '{"list":[]}')));
    assert.equal(kind, 'truncated');
  });

  test('is no answer when it is another tool, which nobody offered', async () => {
    const { kind, details } = await failureOf(
      streamed(call(0, 'search'), piece(0, '{}'), stop(0), ...ended('tool_use')),
    );
    assert.deepEqual([kind, details.code], ['empty', 'tool-call']);
  });

  test('comes in a whole document, too', async () => {
    const reply = document({
      model: 'm',
      content: [{ type: 'tool_use', id: 't', name: 'list', input: { list: ['a'] } }],
      stop_reason: 'tool_use',
      usage: { input_tokens: 9, output_tokens: 9 },
    });
    assert.equal((await known('anthropic', { reply }, ({ ask }) => ask(data))).text, '{"list":["a"]}');
  });
});

// typedef-ai/fenic#342: a model that is not forced may answer in words
test('a model that writes the JSON as text has answered as well', async () => {
  const reply = document(wholeAnswerOf('anthropic', '{"list":["a"]}'));
  assert.equal((await known('anthropic', { reply }, ({ ask }) => ask(data))).text, '{"list":["a"]}');
});
