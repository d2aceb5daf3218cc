import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { LearntFacts } from '../../../src/core/model/learntFacts.ts';
import { createParameterSupport } from '../../../src/providers/wire/parameterSupport.ts';
import { failureOf } from '../../support/scripted.ts';
import { withPeer } from '../asked.ts';
import type { Asking } from '../asked.ts';
import { wholeAnswerOf } from '../wire.ts';
import type { PeerReply, WireName } from '../wire.ts';

/** A server that refuses requests with one of these parameters, in its own words, and answers the others. */
function picky(wire: WireName, refuses: Readonly<Record<string, unknown>>): PeerReply {
  return ({ request, reply }) => {
    const sent = Object.keys(JSON.parse(request.body) as object);
    const refused = sent.find(name => name in refuses);
    const json = { 'content-type': 'application/json' };
    if (refused === undefined) reply(200, json, wholeAnswerOf(wire, 'Hello'));
    else reply(400, json, JSON.stringify(refuses[refused]));
  };
}

const coded = (param: string, code = 'unsupported_parameter') => ({
  error: { message: `Unsupported: '${param}'.`, type: 'invalid_request_error', param, code },
});
const sentence = (message: string) => ({ type: 'error', error: { type: 'invalid_request_error', message } });

/** Asks until it works: what each refused try said it had learnt, and what the last request held. */
async function learnt({
  ask,
  peer,
}: Asking): Promise<{ readonly parameters: readonly unknown[]; readonly last: readonly string[] }> {
  const parameters: unknown[] = [];
  const sampling = { temperature: 0, maxOutputTokens: 50 };
  for (let tries = 0; tries < 5; tries++) {
    const failed = await ask({ sampling }).then(
      () => undefined,
      (error: unknown) => failureOf(Promise.reject(error as Error)),
    );
    if (failed === undefined) break;
    parameters.push(failed.kind === 'unsupported-parameter' ? failed.details.facts?.['parameter'] : failed.kind);
    if (failed.kind !== 'unsupported-parameter') break;
  }
  return { parameters, last: Object.keys(JSON.parse(peer.requests.at(-1)?.body ?? '{}') as object).sort() };
}

suite('a parameter that the target refuses', () => {
  test('is renamed when it has another name', async () => {
    const { parameters, last } = await withPeer(
      { wire: 'openai', reply: picky('openai', { max_tokens: coded('max_tokens') }) },
      learnt,
    );
    assert.deepEqual(parameters, ['max_tokens']);
    assert.ok(last.includes('max_completion_tokens') && !last.includes('max_tokens'));
  });

  test('is left out when its other name is refused too', async () => {
    const refuses = { max_tokens: coded('max_tokens'), max_completion_tokens: coded('max_completion_tokens') };
    const { parameters, last } = await withPeer({ wire: 'openai', reply: picky('openai', refuses) }, learnt);
    assert.deepEqual(parameters, ['max_tokens', 'max_completion_tokens']);
    assert.deepEqual(last, ['messages', 'model', 'stream', 'stream_options', 'temperature']);
  });

  test('is learnt one after the other', async () => {
    const refuses = {
      temperature: coded('temperature', 'unsupported_value'),
      stream_options: {
        detail: [{ type: 'extra_forbidden', loc: ['body', 'stream_options'], msg: 'Extra inputs are not permitted' }],
      },
      max_tokens: coded('max_tokens'),
    };
    const { parameters } = await withPeer({ wire: 'openai', reply: picky('openai', refuses) }, learnt);
    assert.deepEqual([...parameters].sort(), ['max_tokens', 'stream_options', 'temperature']);
  });

  test('is learnt from a sentence where the server has no code', async () => {
    const refuses = { temperature: sentence('`temperature` is deprecated for this model.') };
    const target = { parameters: { temperature: 0.5 } };
    const { parameters } = await withPeer({ wire: 'anthropic', reply: picky('anthropic', refuses), target }, learnt);
    assert.deepEqual(parameters, ['temperature']);
  });

  test('is left out too when its value is refused: the model has one of its own', async () => {
    const refuses = { temperature: coded('temperature', 'invalid_value') };
    const message = { error: { ...refuses.temperature.error, message: 'temperature must be at least 1' } };
    const { parameters } = await withPeer({ wire: 'openai', reply: picky('openai', { temperature: message }) }, learnt);
    assert.deepEqual(parameters, ['temperature']);
  });

  test('is not learnt when the request cannot do without it', async () => {
    const refuses = { messages: coded('messages'), max_tokens: sentence('max_tokens: unknown') };
    assert.deepEqual(
      (await withPeer({ wire: 'openai', reply: picky('openai', { messages: coded('messages') }) }, learnt)).parameters,
      ['bad-request'],
    );
    assert.deepEqual((await withPeer({ wire: 'anthropic', reply: picky('anthropic', refuses) }, learnt)).parameters, [
      'bad-request',
    ]);
  });

  test('is learnt by every question that was already on its way with it', async () => {
    const waiting: (() => void)[] = [];
    const reply = picky('openai', { max_tokens: coded('max_tokens') });
    const together: PeerReply = (exchange, number) => {
      waiting.push(() => reply(exchange, number));
      if (waiting.length === 2) for (const go of waiting) go();
    };
    const kinds = await withPeer({ wire: 'openai', reply: together }, ({ ask }) =>
      Promise.all([failureOf(ask()), failureOf(ask())]),
    );
    assert.deepEqual(
      kinds.map(({ kind }) => kind),
      ['unsupported-parameter', 'unsupported-parameter'],
    );
  });
});

/** What a server says of an allowance of 4000 tokens, and the one that it is asked for next. */
const allowed: readonly (readonly [message: string, next: number])[] = [
  ['`inputs` tokens + `max_new_tokens` must be <= 4096. Given: 237 `inputs` tokens and 4000 `max_new_tokens`', 3859],
  ['max_tokens is too large: 4000. The window is 4096 tokens and your request has 300 input tokens.', 3796],
  ['max_tokens must be at most 2048', 2048],
  ['max_tokens is too large', 2000],
];

for (const [message, next] of allowed) {
  test(`an allowance is lowered to what there is room for: ${message}`, () => {
    const support = createParameterSupport({ renames: {}, fixed: [] }, new LearntFacts());
    const sent = { max_tokens: 4000 };
    const none = { detail: '', code: '', type: '', param: '', status: 400, fields: [], retryDelay: '' };
    assert.equal(support.learn({ ...none, message }, sent), 'max_tokens');
    assert.equal(support.adapt(sent)['max_tokens'], next);
  });
}
