import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { attemptKey } from '../../../src/core/model/attemptKey.ts';
import type { Prompt } from '../../../src/core/model/prompt.ts';
import type { Received } from '../../support/readRequests.ts';
import { failureOf } from '../../support/scripted.ts';
import { answerFrom, document, providerOf, withPeer } from '../asked.ts';
import type { Changes } from '../asked.ts';
import { portsWith, questionWith, targetAt, testKey } from '../asking.ts';
import { wholeAnswerOf } from '../wire.ts';
import type { WireName } from '../wire.ts';

type Body = Record<string, unknown>;

/** The one request that a question makes. */
async function requestOf(
  wire: WireName,
  { question, ...changes }: Changes = {},
): Promise<Received & { readonly json: Body }> {
  return withPeer({ wire, reply: document(wholeAnswerOf(wire, 'Hello')), ...changes }, async ({ ask, peer }) => {
    await ask(question);
    const [request, ...more] = peer.requests;
    if (request === undefined || more.length > 0) throw new Error('Not exactly one request');
    return { ...request, json: JSON.parse(request.body) as Body };
  });
}

const prompt: Prompt = {
  template: 'test@1',
  parts: [
    { kind: 'text', name: 'role', role: 'system', text: 'You are brief.', priority: 9 },
    { kind: 'text', name: 'code', role: 'user', text: 'let a = 1', priority: 5 },
    { kind: 'text', name: 'question', role: 'user', text: 'What is it?', priority: 5 },
    { kind: 'text', name: 'earlier', role: 'assistant', text: 'A variable.', priority: 1 },
    { kind: 'text', name: 'style', role: 'system', text: 'No lists.', priority: 1 },
    { kind: 'text', name: 'next', role: 'user', text: 'Why?', priority: 5 },
  ],
};

suite('on the OpenAI wire', () => {
  test('a question becomes a streamed chat completion', async () => {
    const { method, path, json } = await requestOf('openai', {
      question: { request: prompt, sampling: { temperature: 0, maxOutputTokens: 50 } },
    });
    assert.deepEqual([method, path], ['POST', '/v1/chat/completions']);
    assert.deepEqual(json, {
      model: 'asked-model',
      messages: [
        { role: 'system', content: 'You are brief.' },
        { role: 'user', content: 'let a = 1\n\nWhat is it?' },
        { role: 'assistant', content: 'A variable.' },
        { role: 'system', content: 'No lists.' },
        { role: 'user', content: 'Why?' },
      ],
      stream: true,
      stream_options: { include_usage: true },
      max_tokens: 50,
      temperature: 0,
    });
  });

  test('the parameters of the target go along, but cannot change what is asked of whom', async () => {
    const parameters = { reasoning_effort: 'low', max_completion_tokens: 9, model: 'other', stream: false };
    const { json } = await requestOf('openai', { target: { parameters } });
    assert.deepEqual(
      [json['reasoning_effort'], json['max_completion_tokens'], json['max_tokens'], json['model'], json['stream']],
      ['low', 9, undefined, 'asked-model', true],
    );
  });

  test('the query of the base URL goes along', async () => {
    const provider = providerOf('openai');
    await withPeer({ wire: 'openai', reply: document(wholeAnswerOf('openai', 'Hello')) }, async ({ peer }) => {
      const target = targetAt('openai', `${peer.origin}/openai/deployments/d/?api-version=2024-10-21`);
      await provider.createAsk(target, portsWith())(questionWith());
      assert.equal(peer.requests[0]?.path, '/openai/deployments/d/chat/completions?api-version=2024-10-21');
    });
  });
});

suite('on the Anthropic wire', () => {
  test('a question becomes a streamed message, its system text apart and without a temperature', async () => {
    const { method, path, json } = await requestOf('anthropic', {
      question: { request: prompt, sampling: { temperature: 0, maxOutputTokens: 50 } },
    });
    assert.deepEqual([method, path], ['POST', '/v1/messages']);
    assert.deepEqual(json, {
      model: 'asked-model',
      system: 'You are brief.\n\nNo lists.',
      messages: [
        { role: 'user', content: 'let a = 1\n\nWhat is it?' },
        { role: 'assistant', content: 'A variable.' },
        { role: 'user', content: 'Why?' },
      ],
      stream: true,
      max_tokens: 50,
    });
  });
});

for (const wire of ['openai', 'anthropic'] as const) {
  suite(`on the ${wire} wire`, () => {
    test('the smaller limit of question and target counts', async () => {
      const { json } = await requestOf(wire, { target: { maxOutputTokens: 20 } });
      assert.equal(json['max_tokens'], 20);
    });

    const own = wire === 'openai' ? { authorization: `Bearer ${testKey}` } : { 'x-api-key': testKey };
    const bearer = { authorization: `Bearer ${testKey}` };
    const named = wire === 'openai' ? { 'api-key': testKey } : { 'x-api-key': testKey };
    for (const [auth, headers] of [
      [undefined, own],
      ['bearer', bearer],
      ['api-key', named],
      ['none', {}],
    ] as const) {
      test(`with auth ${auth ?? 'as it is usual'}, the key is sent in its one header, and nothing else leaves`, async () => {
        const question = questionWith();
        const request = await requestOf(wire, { question, target: auth === undefined ? {} : { auth } });
        const { host, connection, 'content-length': length, ...rest } = request.headers;
        assert.ok(host && connection && length);
        assert.deepEqual(rest, {
          accept: 'application/json',
          'content-type': 'application/json',
          'user-agent': 'steadfast',
          'x-steadfast-request': attemptKey(question, { id: `${wire}/asked-model` }),
          ...(wire === 'anthropic' ? { 'anthropic-version': '2026-10-21' } : {}),
          ...headers,
          // what fetch adds by itself
          'accept-language': '*',
          'sec-fetch-mode': 'cors',
          'accept-encoding': 'gzip, deflate',
        });
      });
    }

    test('no key is asked for when none is sent', async () => {
      const key = () => Promise.reject(new Error('asked for a key'));
      await requestOf(wire, { target: { auth: 'none' }, ports: { key } });
    });

    test('no key is asked for when the question is cancelled already', async () => {
      let asked = 0;
      const key = () => Promise.resolve(`key-${String(++asked)}`);
      const signal = AbortSignal.abort(new Error('cancelled'));
      await assert.rejects(answerFrom(wire, document('{}'), { question: { signal }, ports: { key } }), /cancelled/);
      assert.equal(asked, 0);
    });

    test('the key is asked for at every call', async () => {
      const keys = ['first-key', 'second-key'];
      const ports = { key: () => Promise.resolve(keys.shift()) };
      const play = withPeer({ wire, reply: document(wholeAnswerOf(wire, 'Hello')), ports }, async ({ ask, peer }) => {
        await ask();
        await ask();
        return peer.requests.map(
          ({ headers }) => headers['x-api-key'] ?? headers['authorization']?.slice('Bearer '.length),
        );
      });
      assert.deepEqual(await play, ['first-key', 'second-key']);
    });

    test('without a key, or with one that cannot be sent, nothing is sent', async () => {
      const kinds = await withPeer({ wire, reply: document('{}') }, async ({ peer }) => {
        const target = targetAt(wire, `${peer.origin}/v1`);
        const ask = (key: string | undefined) =>
          failureOf(
            providerOf(wire).createAsk(target, portsWith({ key: () => Promise.resolve(key) }))(questionWith()) ??
              Promise.resolve(),
          );
        const failures = [await ask(undefined), await ask(' '), await ask('key with\nline end')];
        return [...failures.map(({ kind, details }) => [kind, details.sent]), peer.requests.length];
      });
      assert.deepEqual(kinds, [['no-key', 'no'], ['no-key', 'no'], ['auth', 'no'], 0]);
    });

    test('the fetch of the host is looked up at the call, because it may be patched late', async () => {
      const before = globalThis.fetch;
      const ask = providerOf(wire).createAsk(targetAt(wire, 'http://127.0.0.1:9999/v1'), portsWith());
      globalThis.fetch = () => Promise.resolve(Response.json(JSON.parse(wholeAnswerOf(wire, 'patched'))));
      try {
        assert.equal((await ask(questionWith()))?.text, 'patched');
      } finally {
        globalThis.fetch = before;
      }
    });

    test('the question hears when the connection stands and when the request has left', async () => {
      const question = questionWith();
      await answerFrom(wire, document(wholeAnswerOf(wire, 'Hello')), { question });
      assert.deepEqual(
        question.events.map(({ kind }) => kind),
        ['connected', 'sent', 'text'],
      );
    });

    test('a listener that throws ends the question with its error, and nothing else', async () => {
      for (const at of ['connected', 'text']) {
        const broken = new Error(`broken at ${at}`);
        const onEvent = ({ kind }: { kind: string }) => {
          if (kind === at) throw broken;
        };
        await assert.rejects(
          answerFrom(wire, document(wholeAnswerOf(wire, 'Hello')), { question: { onEvent } }),
          broken,
        );
      }
    });
  });
}
