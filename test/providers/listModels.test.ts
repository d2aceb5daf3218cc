import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { Failure } from '../../src/core/model/failure.ts';
import { failureOf } from '../support/scripted.ts';
import { document, providerOf } from './asked.ts';
import { portsWith, targetAt, testKey } from './asking.ts';
import { startPeer } from './wire.ts';
import type { PeerReply, WireName } from './wire.ts';

async function listFrom(wire: WireName, reply: PeerReply, signal = new AbortController().signal) {
  const peer = await startPeer(reply);
  try {
    const models = await providerOf(wire).listModels(targetAt(wire, `${peer.origin}/v1`), portsWith(), signal);
    return { models, request: peer.requests.at(-1) };
  } finally {
    await peer.stop();
  }
}

const rows = {
  data: [{ id: 'model-a' }, { id: 'model-b' }, { id: 'model-a' }, { id: 7 }, { id: 'bad\u202ename' }, null],
};

for (const wire of ['openai', 'anthropic'] as const) {
  suite(`on the ${wire} wire`, () => {
    test('the models behind an address are listed by their ids', async () => {
      const { models, request } = await listFrom(wire, document(rows));
      assert.deepEqual(models, ['model-a', 'model-b']);
      assert.deepEqual([request?.method, request?.path.replace(/\?.*/, '')], ['GET', '/v1/models']);
      assert.ok(JSON.stringify(request?.headers).includes(testKey));
    });

    test('other shapes of a list are understood', async () => {
      assert.deepEqual((await listFrom(wire, document([{ id: 'a' }]))).models, ['a']);
      assert.deepEqual((await listFrom(wire, document({ models: [{ name: 'b' }] }))).models, ['b']);
    });

    for (const [title, reply, kind] of [
      ['a bad key', document({ error: { type: 'authentication_error', message: 'No.' } }, 401), 'auth'],
      ['a web page', document('<html></html>', 200, { 'content-type': 'text/html' }), 'not-the-api'],
      ['no JSON', document('hello'), 'malformed'],
      ['no list', document({}), 'malformed'],
      ['an error as an answer', document({ error: { type: 'overloaded_error', message: 'No.' } }), 'overloaded'],
    ] as const) {
      test(`${title} is ${kind}`, async () => assert.equal((await failureOf(listFrom(wire, reply))).kind, kind));
    }

    test('a list that is not wanted any more ends with the reason', async () => {
      const reason = new Failure('cancelled');
      const stop = new AbortController();
      setTimeout(() => stop.abort(reason), 10);
      assert.equal(await failureOf(listFrom(wire, () => undefined, stop.signal)), reason);
    });
  });
}
