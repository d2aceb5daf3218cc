import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { checkBaseUrl } from '../../../src/providers/http/address.ts';
import { createTransport } from '../../../src/providers/http/transport.ts';
import { failureOf } from '../../support/scripted.ts';
import { providerOf, withPeer } from '../asked.ts';
import { clock, portsWith, questionWith, targetAt, testKey } from '../asking.ts';
import { payloadsOf, startPeer, toEvents } from '../wire.ts';
import type { PeerExchange, PeerReply, WireName } from '../wire.ts';

/** Every variable that one of the SDKs reads, in this version or the one before. */
const variables = [
  ...['API_KEY', 'ADMIN_KEY', 'BASE_URL', 'ORG_ID', 'PROJECT_ID', 'WEBHOOK_SECRET', 'API_VERSION'].map(
    name => `OPENAI_${name}`,
  ),
  ...['API_KEY', 'ENDPOINT'].map(name => `AZURE_OPENAI_${name}`),
  ...['API_KEY', 'AUTH_TOKEN', 'BASE_URL', 'WEBHOOK_SIGNING_KEY', 'CONFIG_DIR', 'PROFILE', 'SCOPE'].map(
    name => `ANTHROPIC_${name}`,
  ),
  ...['ENVIRONMENT_ID', 'ENVIRONMENT_KEY', 'SESSION_ID', 'WORK_ID', 'WORK_SECRET', 'WORKSPACE_ID'].map(
    name => `ANTHROPIC_${name}`,
  ),
  ...['FEDERATION_RULE_ID', 'IDENTITY_TOKEN', 'IDENTITY_TOKEN_FILE', 'ORGANIZATION_ID'].map(
    name => `ANTHROPIC_${name}`,
  ),
  ...['SERVICE_ACCOUNT_ID', 'OPEN_TELEMETRY', 'OPEN_TELEMETRY_PROPAGATION'].map(name => `ANTHROPIC_${name}`),
  ...['OPEN_TELEMETRY_TRACES_CONTENT_MODE', 'OPEN_TELEMETRY_TRACES_MAX_CONTENT_BYTES'].map(name => `ANTHROPIC_${name}`),
  ...['BEARER_TOKEN_BEDROCK', 'BEDROCK_BASE_URL', 'DEFAULT_REGION', 'REGION'].map(name => `AWS_${name}`),
  ...['LOCATION', 'PROJECT'].map(name => `GOOGLE_CLOUD_${name}`),
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'ALL_PROXY',
  'http_proxy',
];

/** Sets the environment against us while `play` runs, and returns all that was written to the console. */
async function inHostileEnvironment(canary: string, play: () => Promise<void>): Promise<readonly string[]> {
  const before = { ...process.env };
  const written: string[] = [];
  const methods = ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const;
  const consoleBefore = methods.map(method => [method, console[method]] as const);
  for (const name of variables) process.env[name] = `${canary}/canary`;
  for (const name of ['OPENAI', 'ANTHROPIC']) {
    process.env[`${name}_LOG`] = 'debug';
    process.env[`${name}_CUSTOM_HEADERS`] =
      'authorization: Bearer canary\nx-api-key: canary\napi-key: canary\nx-canary: canary\nanthropic-version: canary';
  }
  for (const method of methods) console[method] = (...words: unknown[]) => void written.push(words.join(' '));
  try {
    await play();
  } finally {
    for (const [method, own] of consoleBefore) console[method] = own;
    process.env = before;
  }
  return written;
}

for (const wire of ['openai', 'anthropic'] as const) {
  const answer = toEvents(wire, payloadsOf(wire, ['Hello']));

  suite(`on the ${wire} wire`, () => {
    test('no environment variable steers where a request goes, what it carries, or what is logged', async () => {
      const canary = await startPeer(({ reply }) => reply(200, {}, '{}'));
      const peer = await startPeer(({ stream, chunk, end }, number) => {
        stream();
        chunk(number === 1 ? answer : 'data: {"a"');
        end();
      });
      const written = await inHostileEnvironment(canary.origin, async () => {
        const provider = providerOf(wire);
        const target = targetAt(wire, `${peer.origin}/v1`, { model: 'claude-3-opus-20240229' });
        const ask = provider.createAsk(target, portsWith());
        await ask(questionWith());
        await ask(questionWith()).catch(() => undefined);
        await provider.listModels(target, portsWith(), new AbortController().signal).catch(() => undefined);
      });
      const requests = JSON.stringify(peer.requests);
      await Promise.all([canary.stop(), peer.stop()]);
      assert.deepEqual([canary.requests.length, peer.requests.length, written], [0, 3, []]);
      assert.ok(!requests.includes('canary') && requests.includes(testKey));
    });

    for (const status of [301, 302, 303, 307, 308]) {
      test(`a redirect with ${status} is not followed, to another origin or its own`, async () => {
        const evil = await startPeer(({ stream, chunk, end }) => {
          stream();
          chunk(answer);
          end();
        });
        for (const location of [`${evil.origin}/v1/messages`, '/v2/']) {
          await withPeer({ wire, reply: ({ reply }) => reply(status, { location }) }, async ({ ask, peer }) => {
            assert.equal((await failureOf(ask())).kind, 'redirected');
            assert.equal(peer.requests.length, 1);
          });
        }
        await evil.stop();
        assert.equal(evil.requests.length, 0);
      });
    }

    test('two targets keep their keys apart', async () => {
      const ports = portsWith({ key: ({ origin }) => Promise.resolve(`key-of-${origin}`) });
      const reply: Parameters<typeof startPeer>[0] = ({ stream, chunk, end }) => {
        stream();
        chunk(answer);
        end();
      };
      const peers = await Promise.all([startPeer(reply), startPeer(reply)]);
      await Promise.all(
        peers.map(({ origin }) => providerOf(wire).createAsk(targetAt(wire, `${origin}/v1`), ports)(questionWith())),
      );
      for (const { requests, origin } of peers) {
        const { authorization, 'x-api-key': apiKey } = requests[0]?.headers ?? {};
        assert.equal(apiKey ?? authorization?.slice('Bearer '.length), `key-of-${origin}`);
      }
      await Promise.all(peers.map(peer => peer.stop()));
    });
  });
}

for (const wire of ['openai', 'anthropic'] as const)
  for (const [title, headers] of [
    ['six content encodings', { 'content-encoding': 'gzip, gzip, gzip, gzip, gzip, gzip' }],
    ['sixty', { 'content-encoding': Array.from({ length: 60 }, () => 'br').join() }],
    ['six in two headers', { 'content-encoding': 'gzip,gzip,gzip', 'Content-Encoding': 'br,br,br' }],
  ] as const)
    for (const [ending, end] of [
      ['goes on', () => undefined],
      ['is reset', ({ socket }: PeerExchange) => socket.resetAndDestroy()],
      ['ends', ({ end }: PeerExchange) => end()],
    ] as const)
      test(`a stream of ${wire} with ${title} that ${ending} is a failure, and nothing is uncaught`, async () => {
        const reply: PeerReply = exchange => {
          exchange.stream(headers);
          exchange.chunk('a'.repeat(100));
          setTimeout(() => end(exchange), 20);
        };
        await withPeer({ wire, reply }, async ({ ask, peer }) => {
          assert.equal((await failureOf(ask())).kind, 'malformed');
          await peer.allClosed();
          await pause(50); // an uncaught error would end this process here
        });
      });

test('five content encodings are decoded', async () => {
  const bytes = [1, 2, 3, 4, 5].reduce<Uint8Array>(inner => gzipSync(inner), Buffer.from(answerOf('openai')));
  const reply: PeerReply = exchange => {
    exchange.stream({ 'content-encoding': 'gzip, gzip, gzip, gzip, gzip' });
    exchange.chunk(bytes);
    exchange.end();
  };
  await withPeer({ wire: 'openai', reply }, async ({ ask }) => assert.equal((await ask()).text, 'Hello'));
});

const answerOf = (wire: WireName): string => toEvents(wire, payloadsOf(wire, ['Hello']));

test('an SDK that asks another origin, or on its own account, is stopped', async () => {
  const evil = await startPeer(({ reply }) => reply(200, {}, '{}'));
  const { fetch, call } = createTransport(checkBaseUrl('https://api.example/v1'), clock, undefined);
  const one = { id: 'q', headers: {}, key: undefined, learn: () => undefined, onStage: () => undefined };
  const failures = [
    await failureOf(call(one, headers => fetch(`${evil.origin}/v1/models`, { headers }))),
    await failureOf(fetch(`${evil.origin}/oauth/token`)),
  ];
  await evil.stop();
  assert.deepEqual(
    failures.map(({ kind }) => kind),
    ['bad-address', 'bad-address'],
  );
  assert.equal(evil.requests.length, 0);
});
