import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failureOf, ask as question } from '../../support/scripted.ts';
import { document, providerOf } from '../asked.ts';
import { portsWith, targetAt } from '../asking.ts';
import { startPeer, type WireName } from '../wire.ts';

/** What a server that knows nothing of a path says, asked at this base path over this wire. */
async function refusedAt(wire: WireName, path: string, ask: 'answer' | 'models' = 'answer') {
  const peer = await startPeer(document({ detail: 'Not Found' }, 404));
  try {
    const target = targetAt(wire, `${peer.origin}${path}`);
    const provider = providerOf(wire);
    const failure = await failureOf(
      ask === 'answer'
        ? provider.createAsk(target, portsWith())(question().question)
        : provider.listModels(target, portsWith(), new AbortController().signal),
    );
    return [failure.kind, failure.details.facts?.['likely']?.toString().replace(peer.origin, '')];
  } finally {
    await peer.stop();
  }
}

for (const ask of ['answer', 'models'] as const) {
  test(`an address of a function is told with the one that is likely meant (${ask})`, async () => {
    assert.deepEqual(await refusedAt('openai', '/v1/chat/completions', ask), ['not-the-api', '/v1']);
  });
}

test('what stands in the query, a key perhaps, is not told', async () => {
  const refused = await refusedAt('openai', '/v1/chat/completions?key=sk-canary-0123456789');
  assert.deepEqual(refused, ['not-the-api', '/v1']);
});

test('an address without a path may lack the /v1', async () => {
  assert.deepEqual(await refusedAt('openai', ''), ['not-the-api', '/v1']);
});

test('an address that looks right is not doubted, nor one whose client adds the path itself', async () => {
  assert.deepEqual(await refusedAt('openai', '/v1'), ['not-the-api', undefined]);
  assert.deepEqual(await refusedAt('anthropic', ''), ['not-the-api', undefined]);
});
