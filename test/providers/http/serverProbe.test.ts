import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer as createTcpServer, type AddressInfo, type Server } from 'node:net';
import { createServer, getCACertificates, setDefaultCACertificates } from 'node:tls';
import { after, test } from 'node:test';
import { Failure } from '../../../src/core/model/failure.ts';
import { checkBaseUrl } from '../../../src/providers/http/address.ts';
import { lookUpHost, readCertificate } from '../../../src/providers/http/serverProbe.ts';
import { expiredCertificate, goodCertificate, otherCertificate, tlsKey as key } from '../certificates.ts';

const { signal } = new AbortController();
const servers: Server[] = [];
after(() => servers.forEach(server => server.close()));

async function listening(server: Server): Promise<number> {
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const certificateAt = (port: number) => readCertificate(checkBaseUrl(`https://localhost:${port}`), Date.now(), signal);

test('a certificate that nobody vouches for, or that has ended, is found bad, also where Node’s own switch lets it through', async () => {
  const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
  process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
  try {
    for (const [cert, code] of [
      [goodCertificate, 'self-signed'],
      [expiredCertificate, 'expired'],
    ] as const) {
      const server = createServer({ key, cert });
      server.on('tlsClientError', () => undefined);
      const failed = (error: unknown): boolean =>
        error instanceof Failure && error.kind === 'certificate' && error.details.code === code;
      await assert.rejects(certificateAt(await listening(server)), failed);
    }
  } finally {
    if (before === undefined) Reflect.deleteProperty(process.env, 'NODE_TLS_REJECT_UNAUTHORIZED');
    else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
  }
});

test('a server that speaks no TLS, or hangs up, is said so', async () => {
  const plain = createTcpServer(socket => socket.on('error', () => undefined).end('HTTP/1.1 400 no\r\n\r\n'));
  await assert.rejects(certificateAt(await listening(plain)), { kind: 'wrong-protocol' });
  const gone = createTcpServer(socket => socket.destroy());
  await assert.rejects(certificateAt(await listening(gone)), { kind: 'reset' });
});

test('a server that never begins TLS is left when the signal says so, and no connection stays', async () => {
  const silent = createTcpServer(socket => socket.on('error', () => undefined));
  const port = await listening(silent);
  const stop = new AbortController();
  const late = new Failure('out-of-time');
  const looking = readCertificate(checkBaseUrl(`https://localhost:${port}`), Date.now(), stop.signal);
  const [socket] = (await once(silent, 'connection')) as [NodeJS.Socket & { destroyed: boolean }];
  stop.abort(late);
  await assert.rejects(looking, late);
  await once(socket, 'close');
});

test('a name has its addresses, and one that nobody has is said not to be known', async () => {
  const { ipv4, ipv6 } = await lookUpHost(checkBaseUrl('https://localhost'), signal);
  assert.ok(ipv4 + ipv6 > 0);
  // RFC 6761: never has an address
  await assert.rejects(
    lookUpHost(checkBaseUrl('https://nobody.invalid'), signal),
    (error: unknown) => error instanceof Failure && ['unknown-host', 'unreachable'].includes(error.kind),
  );
});

test('a good certificate is told with who has issued it and how long it lasts', async () => {
  const before = getCACertificates('default');
  setDefaultCACertificates([...before, goodCertificate]);
  try {
    const server = createServer({ key, cert: goodCertificate });
    const { protocol, issuer, daysLeft } = await certificateAt(await listening(server));
    assert.deepEqual([protocol, issuer, daysLeft > 30_000], ['TLSv1.3', 'localhost', true]);
  } finally {
    setDefaultCACertificates(before);
  }
});

test('a certificate of another host is bad', async () => {
  const before = getCACertificates('default');
  setDefaultCACertificates([...before, otherCertificate]);
  try {
    const server = createServer({ key, cert: otherCertificate });
    await assert.rejects(
      certificateAt(await listening(server)),
      (error: unknown) => error instanceof Failure && error.details.code === 'wrong-host',
    );
  } finally {
    setDefaultCACertificates(before);
  }
});
