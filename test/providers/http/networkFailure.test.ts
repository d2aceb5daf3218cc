import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { suite, test } from 'node:test';
import { createServer as createTlsServer, getCACertificates, setDefaultCACertificates } from 'node:tls';
import type { Failure } from '../../../src/core/model/failure.ts';
import { checkBaseUrl } from '../../../src/providers/http/address.ts';
import { bodyFailure, networkFailure } from '../../../src/providers/http/networkFailure.ts';
import { failureOf } from '../../support/scripted.ts';
import { providerOf } from '../asked.ts';
import { portsWith, questionWith, targetAt } from '../asking.ts';
import { expiredCertificate, goodCertificate, otherCertificate, tlsKey } from '../certificates.ts';

/** How a question to an address fails. */
function failureAt(baseUrl: string): Promise<Failure> {
  const ask = providerOf('openai').createAsk(targetAt('openai', baseUrl), portsWith());
  return failureOf(ask(questionWith()));
}

const told = ({ kind, details }: Failure) => [kind, details.code, details.sent];

async function portOf(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** How a question fails to a TLS server with this certificate; `trusted`: its issuer is known. */
async function failureOfTls(cert: string, trusted: boolean): Promise<Failure> {
  const before = getCACertificates('default');
  if (trusted) setDefaultCACertificates([...before, cert]);
  const server = createTlsServer({ key: tlsKey, cert }, socket => socket.end());
  server.on('tlsClientError', () => undefined); // the client is meant to turn away
  const port = await portOf(server);
  try {
    return await failureAt(`https://localhost:${port}/v1`);
  } finally {
    server.close();
    if (trusted) setDefaultCACertificates(before);
  }
}

suite('a connection that does not come about', () => {
  test('because nothing listens on this machine says that the server does not run', async () => {
    const server = createServer();
    const port = await portOf(server);
    server.close();
    await once(server, 'close');
    const failure = await failureAt(`http://localhost:${port}/v1`);
    assert.deepEqual(told(failure), ['server-not-running', 'ECONNREFUSED', 'no']);
    assert.deepEqual(failure.details.facts, { host: 'localhost', port });
  });

  test('because the name is unknown says so', async () => {
    assert.deepEqual(told(await failureAt('https://nowhere.invalid/v1')), ['unknown-host', 'ENOTFOUND', 'no']);
  });

  test('because the certificate is its own issuer says so', async () => {
    assert.deepEqual(told(await failureOfTls(goodCertificate, false)), ['certificate', 'self-signed', 'no']);
  });

  test('because the certificate has expired says so', async () => {
    assert.deepEqual(told(await failureOfTls(expiredCertificate, true)), ['certificate', 'expired', 'no']);
  });

  test('because the certificate is for another host says so', async () => {
    assert.deepEqual(told(await failureOfTls(otherCertificate, true)), ['certificate', 'wrong-host', 'no']);
  });

  test('because the server speaks plain http says so', async () => {
    const server = createHttpServer();
    const failure = await failureAt(`https://127.0.0.1:${await portOf(server)}/v1`);
    server.close();
    assert.deepEqual(told(failure), ['wrong-protocol', 'plain-http', 'no']);
  });

  test('because the server wants https says that it speaks something else', async () => {
    const server = createTlsServer({ key: tlsKey, cert: goodCertificate });
    server.on('tlsClientError', () => undefined); // the client is meant to be misunderstood
    const failure = await failureAt(`http://127.0.0.1:${await portOf(server)}/v1`);
    server.close();
    assert.equal(failure.kind === 'wrong-protocol' || failure.kind === 'reset', true);
  });

  test('because the address is refused sends nothing', async () => {
    assert.deepEqual(told(await failureAt('http://192.0.2.1/v1')), ['bad-address', 'insecure', 'no']);
  });

  test('because the address is not of the origin that the key is bound to sends nothing', async () => {
    const target = { ...targetAt('openai', 'https://evil.example/v1'), origin: 'https://api.openai.com' };
    const failure = await failureOf(providerOf('openai').createAsk(target, portsWith())(questionWith()));
    assert.deepEqual(told(failure), ['bad-address', 'origin', 'no']);
  });
});

suite('a connection that is lost', () => {
  test('while it was being made has sent nothing', async () => {
    const server = createServer(socket => {
      socket.on('error', () => undefined); // it is torn down on purpose
      socket.once('data', () => socket.resetAndDestroy());
    });
    const failure = await failureAt(`https://127.0.0.1:${await portOf(server)}/v1`);
    server.close();
    assert.deepEqual([failure.kind, failure.details.sent], ['reset', 'no']);
  });

  test('before the answer may have sent the request', async () => {
    const server = createServer(socket => {
      socket.on('error', () => undefined); // it is torn down on purpose
      socket.once('data', () => socket.resetAndDestroy());
    });
    const failure = await failureAt(`http://127.0.0.1:${await portOf(server)}/v1`);
    server.close();
    assert.deepEqual([failure.kind, failure.details.sent], ['reset', 'maybe']);
  });

  test('where the way of the request cannot be watched may have sent it', async () => {
    const fetch = () => Promise.reject(fetchFailed(coded('ECONNRESET')));
    const ask = providerOf('openai').createAsk(targetAt('openai', 'http://127.0.0.1:8123/v1'), portsWith({ fetch }));
    assert.equal((await failureOf(ask(questionWith()))).details.sent, 'maybe');
  });
});

const remote = checkBaseUrl('https://api.example/v1');
const unsent = { sent: 'maybe', status: undefined } as const;
const coded = (code: string, rest: object = {}) => Object.assign(new Error('x'), { code, ...rest });
const fetchFailed = (cause: Error) => new TypeError('fetch failed', { cause });

const beforeTheAnswer: readonly (readonly [error: Error, kind: string, sent: string])[] = [
  [coded('ECONNREFUSED'), 'unreachable', 'no'],
  [coded('ENETUNREACH'), 'unreachable', 'no'],
  [coded('EHOSTUNREACH'), 'unreachable', 'no'],
  [coded('EAI_AGAIN'), 'unreachable', 'no'],
  [coded('ENOTFOUND'), 'unknown-host', 'no'],
  [coded('ETIMEDOUT', { syscall: 'connect' }), 'connect-timeout', 'no'],
  [coded('ETIMEDOUT', { syscall: 'read' }), 'reset', 'maybe'],
  [coded('UND_ERR_CONNECT_TIMEOUT'), 'connect-timeout', 'no'],
  [coded('UND_ERR_HEADERS_TIMEOUT'), 'silent', 'maybe'],
  [coded('ECONNRESET'), 'reset', 'maybe'],
  [coded('EPIPE'), 'reset', 'maybe'],
  [coded('UND_ERR_SOCKET'), 'reset', 'maybe'],
  [coded('UND_ERR_HEADERS_OVERFLOW'), 'too-large', 'maybe'],
  [coded('HPE_INVALID_CONSTANT'), 'wrong-protocol', 'maybe'],
  [coded('ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION'), 'wrong-protocol', 'no'],
  [coded('EPROTO'), 'wrong-protocol', 'no'],
  [coded('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), 'certificate', 'no'],
  [coded('CERT_REVOKED'), 'certificate', 'no'],
  [coded('UND_ERR_PRX_TLS'), 'proxy', 'no'],
  [
    Object.assign(coded('UND_ERR_ABORTED'), { message: 'Proxy response (407) !== 200 when HTTP Tunneling' }),
    'proxy',
    'no',
  ],
  [new AggregateError([coded('ENETUNREACH'), coded('ENETUNREACH')]), 'unreachable', 'no'],
  [coded('ESOMETHINGNEW'), 'unknown', 'maybe'],
  [coded('constructor'), 'unknown', 'maybe'],
];

const inTheBody: readonly (readonly [code: string, kind: string])[] = [
  ['ECONNRESET', 'truncated'],
  ['UND_ERR_SOCKET', 'truncated'],
  ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'truncated'],
  ['Z_BUF_ERROR', 'truncated'],
  ['Z_DATA_ERROR', 'malformed'],
  ['HPE_INVALID_CHUNK_SIZE', 'malformed'],
  ['UND_ERR_BODY_TIMEOUT', 'stalled'],
  ['ESOMETHINGNEW', 'truncated'],
];

suite('an error of the connection', () => {
  for (const [error, kind, sent] of beforeTheAnswer) {
    const name = 'code' in error ? String(error.code) : error.name;
    test(`before the answer, ${name} is ${kind}, and the request is sent: ${sent}`, () => {
      const failure = networkFailure(fetchFailed(error), remote, unsent);
      assert.deepEqual([failure.kind, failure.details.sent], [kind, sent]);
    });
  }
  test('that is no HTTP, from this machine, costs nothing', () => {
    const failure = networkFailure(
      fetchFailed(coded('HPE_INVALID_CONSTANT')),
      checkBaseUrl('http://localhost:8123/v1'),
      unsent,
    );
    assert.equal(failure.details.sent, 'no');
  });
  for (const [code, kind] of inTheBody) {
    test(`in the middle of the answer, ${code} is ${kind}`, () => {
      assert.equal(bodyFailure(new TypeError('terminated', { cause: coded(code) })).kind, kind);
    });
  }
});
