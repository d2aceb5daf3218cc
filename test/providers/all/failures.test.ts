import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { failureOf } from '../../support/scripted.ts';
import { answerFrom, document, streamReply, withPeer } from '../asked.ts';
import { clock, testKey } from '../asking.ts';
import { payloadsOf, toEvents, wholeAnswerOf } from '../wire.ts';
import type { PeerExchange, PeerReply, WireName } from '../wire.ts';

const wires: readonly WireName[] = ['openai', 'anthropic'];

/** The begin of an answer: 'Hello', and no end. */
const begun = (wire: WireName) =>
  toEvents(wire, payloadsOf(wire, ['Hello']).slice(0, wire === 'openai' ? 1 : 2)).replace('data: [DONE]\n\n', '');
const error = (fields: object) => ({ type: 'error', error: { message: 'No.', ...fields } });
const event = (value: unknown) => `data: ${typeof value === 'string' ? value : JSON.stringify(value)}\n\n`;
const html = '<!DOCTYPE html><title>Log in</title>';

const raw =
  (text: string | Uint8Array, then: (exchange: PeerExchange) => void = ({ socket }) => socket.end()): PeerReply =>
  exchange => {
    exchange.socket.write(text);
    setImmediate(() => then(exchange));
  };
const reset = ({ socket }: PeerExchange) => socket.resetAndDestroy();
const ok = 'HTTP/1.1 200 OK\r\n';

const gzipped = (bytes: Uint8Array, extra = ''): PeerReply =>
  raw(
    Buffer.concat([
      Buffer.from(
        `${ok}content-type: application/json\r\ncontent-encoding: gzip\r\n${extra}content-length: ${bytes.length}\r\n\r\n`,
      ),
      bytes,
    ]),
    () => undefined,
  );

type Row = readonly [title: string, reply: (wire: WireName) => PeerReply, kind: string, code?: string];

const statuses: readonly Row[] = [
  ['204', () => document('', 204), 'empty'],
  ['205', () => document('', 205), 'empty'],
  ['304', () => document('', 304), 'empty'],
  ['300', () => document('', 300), 'empty'],
  ['302', () => document('', 302, { location: 'http://127.0.0.1:9/login?token=1' }), 'redirected'],
  ['308 to itself', () => document('', 308, { location: '/v1/' }), 'redirected'],
  ['301 to nowhere', () => document('', 301), 'redirected'],
  ['300 to elsewhere', () => document('', 300, { location: '/x' }), 'redirected'],
  ['407', () => document('', 407), 'proxy', 'login'],
  ['502 as a web page', () => document(html, 502, { 'content-type': 'text/html' }), 'server'],
  ['401 without a body', () => document('', 401), 'auth'],
  ['500 whose body breaks off', () => raw('HTTP/1.1 500 No\r\ncontent-length: 5\r\n\r\nab', reset), 'server'],
  ['429 with 10 MB of body', () => document('x'.repeat(10_000_000), 429), 'rate-limited'],
];

const connections: readonly Row[] = [
  ['a reset before the headers', () => reset, 'reset'],
  [
    'an end before the headers',
    () =>
      ({ socket }) =>
        void socket.end(),
    'reset',
  ],
  ['something that is not HTTP', () => raw('SSH-2.0-OpenSSH\r\n'), 'wrong-protocol', 'not-http'],
  ['an upgrade', () => raw('HTTP/1.1 101 S\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'), 'wrong-protocol', 'upgrade'],
  ['a 100 that nobody asked for', () => raw('HTTP/1.1 100 Continue\r\n\r\n'), 'malformed', 'continue'],
  ['headers without end', () => raw(`${ok}x: ${'a'.repeat(40_000)}\r\n\r\n`), 'too-large', 'headers'],
];

const bodies: readonly Row[] = [
  ['no body', () => document(''), 'empty'],
  ['a web page', () => document(html, 200, { 'content-type': 'text/html; charset=utf-8' }), 'not-the-api', 'html'],
  ['a web page called JSON', () => document(html), 'not-the-api', 'html'],
  ['a web page called an event stream', () => streamReply(html), 'not-the-api', 'html'],
  ['JSON that is cut', wire => document(wholeAnswerOf(wire, 'Hello').slice(0, -9)), 'malformed'],
  [
    'JSON in UTF-16',
    () => raw(Buffer.concat([Buffer.from(`${ok}content-length: 8\r\n\r\n`), Buffer.from('{"a"', 'utf16le')])),
    'malformed',
  ],
  ['an empty object', () => document({}), 'malformed'],
  ['a number', () => document('[1]'), 'malformed'],
  ['a body shorter than promised', () => raw(`${ok}content-length: 99\r\n\r\n{"a":`), 'truncated'],
  ['a body that is reset', () => raw(`${ok}content-length: 99\r\n\r\n{"a":`, reset), 'truncated'],
  ['gzip that is none', () => gzipped(Buffer.from('0123456789')), 'malformed'],
  ['gzip that is cut', wire => gzipped(gzipSync(wholeAnswerOf(wire, 'Hello')).subarray(0, -12)), 'malformed'],
  ['an unknown encoding', () => raw(`${ok}content-encoding: aes\r\ncontent-length: 3\r\n\r\nabc`), 'malformed'],
  ['JSON 100 deep', () => document(`{"a":${'['.repeat(600)}${']'.repeat(600)}}`), 'malformed'],
  ['an error for a key', () => document(error({ type: 'authentication_error' })), 'auth'],
  ['an error of overload', () => document(error({ type: 'overloaded_error' })), 'overloaded'],
  ['an error in a sentence', () => document({ error: 'model not loaded' }), 'conflict', 'loading'],
];

const streams: readonly Row[] = [
  ['nothing', () => streamReply(''), 'truncated'],
  ['no end mark', wire => streamReply(begun(wire)), 'truncated'],
  [
    'a lost connection',
    wire =>
      raw(
        `${ok}content-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n${begun(wire).length.toString(16)}\r\n${begun(wire)}\r\n`,
      ),
    'truncated',
  ],
  [
    'no end mark before the connection closes',
    wire => raw(`${ok}content-type: text/event-stream\r\n\r\n${begun(wire)}`),
    'truncated',
  ],
  ['half an event', wire => raw(`${ok}content-type: text/event-stream\r\n\r\n${begun(wire)}data: {"ty`), 'truncated'],
  ['an event that is no JSON', wire => streamReply(begun(wire), event('{"a":')), 'malformed'],
  ['an event that is a sentence', () => streamReply(event('upstream error')), 'malformed'],
  ['a plain sentence', () => streamReply('upstream connect error'), 'malformed'],
  ['a plain sentence in the middle', wire => streamReply(begun(wire), 'upstream connect error\n'), 'malformed'],
  ['an event 100 deep', () => streamReply(event(`{"a":${'['.repeat(600)}${']'.repeat(600)}}`)), 'malformed'],
  ['an error first', () => streamReply(event(error({ type: 'overloaded_error' }))), 'overloaded'],
  [
    'an error in the middle',
    wire => streamReply(begun(wire), event(error({ type: 'overloaded_error' }))),
    'overloaded',
  ],
  [
    'an error with its event name',
    wire => streamReply(begun(wire), `event: error\n${event(error({ type: 'api_error' }))}`),
    'server',
  ],
  [
    'an error of OpenAI',
    () => streamReply(event({ error: { code: 'rate_limit_exceeded', message: 'No.' } })),
    'rate-limited',
  ],
  ['an error in a sentence', () => streamReply(event({ error: 'model not loaded' })), 'conflict', 'loading'],
  [
    'an error as a bare line',
    () => streamReply(': hi\n', JSON.stringify(error({ type: 'overloaded_error' }))),
    'overloaded',
  ],
  [
    'an error as a document',
    () => document(error({ type: 'overloaded_error' }), 200, { 'content-type': 'text/event-stream' }),
    'overloaded',
  ],
  ['an end without text', wire => streamReply(toEvents(wire, payloadsOf(wire, []))), 'empty'],
  [
    'an end without anything',
    wire =>
      streamReply(
        wire === 'openai' ? event('[DONE]') : event({ type: 'message_start' }) + event({ type: 'message_stop' }),
      ),
    'empty',
  ],
  ['white space', wire => streamReply(toEvents(wire, payloadsOf(wire, [' \n', '\t']))), 'empty'],
  [
    'corrupt compression',
    () => raw(`${ok}content-type: text/event-stream\r\ncontent-encoding: gzip\r\ncontent-length: 4\r\n\r\nabcd`),
    'malformed',
  ],
];

for (const wire of wires) {
  suite(`on the ${wire} wire`, () => {
    for (const [what, rows] of Object.entries({
      status: statuses,
      connection: connections,
      body: bodies,
      stream: streams,
    })) {
      for (const [title, reply, kind, code] of rows) {
        test(`${what}: ${title} is ${kind}`, async () => {
          const { kind: actual, details } = await failureOf(answerFrom(wire, reply(wire)));
          assert.equal(actual, kind);
          if (code !== undefined) assert.equal(details.code, code);
        });
      }
    }

    test('what had arrived goes with the failure', async () => {
      const { details } = await failureOf(answerFrom(wire, streamReply(begun(wire))));
      assert.equal(details.partial, 'Hello');
    });

    test('more than an answer can be is cut off, whatever is allowed, and the connection closed', async () => {
      const piece = toEvents(wire, payloadsOf(wire, ['x'.repeat(500_000)])).split('\n\n');
      const text = `${piece[wire === 'openai' ? 0 : 1] ?? ''}\n\n`;
      const start = wire === 'openai' ? '' : `${piece[0] ?? ''}\n\n`;
      const reply: PeerReply = ({ stream, chunk }) => {
        stream();
        if (start !== '') chunk(start);
        for (let times = 0; times < 12; times++) chunk(text);
      };
      await withPeer({ wire, reply }, async ({ ask, peer }) => {
        const { text, finish } = await ask({ sampling: { maxOutputTokens: 10_000_000 } });
        assert.deepEqual([text.length, finish], [4 * 1024 * 1024, 'length']);
        await peer.allClosed();
      });
    });

    for (const fill of [' ', '{'])
      test(`a compressed body is not unpacked beyond what an answer can be (${fill})`, async () => {
        const bomb = gzipSync(Buffer.alloc(20_000_000, fill));
        assert.equal((await failureOf(answerFrom(wire, gzipped(bomb)))).kind, 'too-large');
      });
  });
}

test('on the Anthropic wire, text before the message has begun is malformed', async () => {
  const payloads = payloadsOf('anthropic', ['Hello']).slice(1);
  assert.equal(
    (await failureOf(answerFrom('anthropic', streamReply(toEvents('anthropic', payloads))))).kind,
    'malformed',
  );
});

test('on the Anthropic wire, a stop_reason is an end that is told, and a message_stop without one is none', async () => {
  const payloads = payloadsOf('anthropic', ['Hello']);
  const without = (mark: string) =>
    answerFrom(
      'anthropic',
      streamReply(
        toEvents(
          'anthropic',
          payloads.filter(payload => !payload.includes(mark)),
        ),
      ),
    );
  const { text, finish, oddEnd } = await without('message_stop');
  assert.deepEqual({ text, finish, oddEnd }, { text: 'Hello', finish: 'stop', oddEnd: 'no-end-mark' });
  assert.equal((await failureOf(without('stop_reason'))).kind, 'truncated');
});

suite('a failure', () => {
  const refused = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
    failureOf(answerFrom('openai', document(body, status, headers)));

  test('carries what the server asks to wait, on a limit', async () => {
    const { details } = await refused(429, error({}), { 'retry-after': '7' });
    assert.equal(details.retryAfterMs, 7000);
  });

  test('is known by its status when its body never comes', async () => {
    const impatient = { ...clock, after: (delayMs: number, due: () => void) => clock.after(delayMs / 100, due) };
    const reply = raw('HTTP/1.1 401 No\r\ncontent-length: 5\r\n\r\n', () => undefined);
    assert.equal((await failureOf(answerFrom('openai', reply, { ports: { clock: impatient } }))).kind, 'auth');
  });

  test('is known by its status when its body never ends', async () => {
    const patient = { ...clock, after: () => () => undefined };
    const reply: PeerReply = ({ socket }) => {
      socket.write('HTTP/1.1 401 No\r\n\r\n');
      const talk = setInterval(() => socket.write('x'.repeat(10_000)), 1);
      socket.once('close', () => clearInterval(talk));
    };
    assert.equal((await failureOf(answerFrom('openai', reply, { ports: { clock: patient } }))).kind, 'auth');
  });

  test('carries no wait on a rejected key', async () => {
    const { details } = await refused(401, error({}), { 'retry-after': '7' });
    assert.equal(details.retryAfterMs, undefined);
  });

  test('carries that the server forbids another try', async () => {
    const { details } = await refused(500, error({}), { 'x-should-retry': 'false' });
    assert.equal(details.noRetry, true);
  });

  test('is not made to be tried again by the server', async () => {
    const { kind, details } = await refused(400, error({}), { 'x-should-retry': 'true' });
    assert.deepEqual([kind, details.noRetry], ['bad-request', undefined]);
  });

  test('carries status, request id and whether it may have cost something', async () => {
    const limit = await refused(429, error({}), { 'x-request-id': 'req_1' });
    const broken = await refused(500, error({}));
    assert.deepEqual(
      [limit.details.status, limit.details.requestId, limit.details.sent, broken.details.sent],
      [429, 'req_1', 'no', 'maybe'],
    );
  });

  test('says what the provider said, without the key', async () => {
    const { details } = await refused(401, error({ message: `Incorrect key ${testKey}\u001b[31m, see\nthe docs` }));
    assert.equal(details.said, 'Incorrect key [key], see the docs');
  });

  test('says what a plain server said', async () => {
    const { details } = await refused(503, 'upstream connect error', { 'content-type': 'text/plain' });
    assert.equal(details.said, 'upstream connect error');
  });

  test('never says a web page', async () => {
    const { details } = await refused(503, html, { 'content-type': 'text/plain' });
    assert.equal(details.said, undefined);
  });

  test('names the host that redirected and where to, without its query', async () => {
    const reply: PeerReply = ({ reply }) => reply(307, { location: 'https://evil.example/login?token=1' });
    const { details } = await failureOf(answerFrom('openai', reply));
    assert.deepEqual([details.facts?.['host'], details.facts?.['to']], ['127.0.0.1', 'https://evil.example/login']);
  });

  test('holds the key nowhere', async () => {
    const echo: PeerReply = ({ reply, request }) =>
      reply(500, { 'x-request-id': testKey }, JSON.stringify({ error: { message: JSON.stringify(request) } }));
    const failure = await failureOf(answerFrom('openai', echo));
    assert.ok(!JSON.stringify([failure.details, failure.message, failure.stack]).includes(testKey));
  });
});
