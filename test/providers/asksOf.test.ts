import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Endpoint } from '../../src/core/model/provider.ts';
import { keyNameOf } from '../../src/core/model/target.ts';
import { asksOf } from '../../src/providers/asksOf.ts';
import { providerOf } from './asked.ts';
import { portsWith, questionWith, targetAt } from './asking.ts';
import { startPeer, wholeAnswerOf, type WireName } from './wire.ts';

/** What such a server says to a request, by its fields; undefined: it takes it. */
type Refuses = (sent: Readonly<Record<string, unknown>>) => string | undefined;

const system = (sent: Readonly<Record<string, unknown>>): boolean => JSON.stringify(sent).includes('"role":"system"');

const taught: Readonly<Record<string, Refuses>> = {
  'the name of the allowance': sent => ('max_tokens' in sent ? "Unsupported parameter: 'max_tokens'." : undefined),
  'no temperature': sent => ('temperature' in sent ? 'temperature is not supported' : undefined),
  'no role of a system': sent => (system(sent) ? 'System role not supported' : undefined),
  'no streaming': sent => (sent['stream'] === true ? 'Streaming is not supported' : undefined),
  'a smaller allowance': sent => (Number(sent['max_tokens']) > 40 ? 'max_tokens must be at most 40' : undefined),
};

/** The key of each request that was made, the target being asked with one key until it answers, and then with the other. */
async function asked(wire: WireName, refuses: Refuses): Promise<readonly string[]> {
  const peer = await startPeer(({ request, reply }) => {
    const message = refuses(JSON.parse(request.body) as Record<string, unknown>);
    const body = message === undefined ? wholeAnswerOf(wire, 'Hello') : JSON.stringify({ error: { message } });
    reply(message === undefined ? 200 : 400, { 'content-type': 'application/json' }, body);
  });
  const keys: string[] = [];
  const key = async (endpoint: Endpoint) => {
    keys.push(keyNameOf(endpoint));
    return `sk-${keyNameOf(endpoint)}`;
  };
  const target = targetAt(wire, `${peer.origin}/v1`, { keyNames: ['one', 'two'] });
  const sampling = { temperature: 0, maxOutputTokens: 100 };
  try {
    for (const { ask } of asksOf(providerOf(wire), target, portsWith({ key }))) {
      const once = () => ask(questionWith({ sampling })).catch(() => undefined);
      if (!(await once())) await once();
    }
    return keys;
  } finally {
    await peer.stop();
  }
}

suite('what a target teaches with one key is known with the other', () => {
  for (const [what, refuses] of Object.entries(taught))
    test(what, async () => assert.deepEqual(await asked('openai', refuses), ['one', 'one', 'two']));
});

test('a target with one key is asked in one way', () => {
  const target = targetAt('openai', 'http://127.0.0.1:1/v1');
  assert.equal(asksOf(providerOf('openai'), target, portsWith()).length, 1);
});
