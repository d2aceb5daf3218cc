import type { Socket } from 'node:net';
import { expiredCertificate, goodCertificate, otherCertificate } from '../../providers/certificates.ts';
import { answering, sending } from '../replies.ts';
import type { Expected, Row, World } from '../row.ts';
import { everyWire } from '../wires.ts';

/** The name of a server elsewhere: names resolve as the row says, and never leave this machine. */
const cloud = 'other.example';
const at =
  (url: string): NonNullable<Row['target']> =>
  ({ port }) => ({ baseUrl: url.replace('PORT', String(port)), loopback: url.includes('localhost') });
const elsewhere = at(`https://${cloud}:PORT/v1`);
const resolving = (addresses: NonNullable<World['resolver']>[string]): World => ({ resolver: { [cloud]: addresses } });

/** Says this to whatever comes first, and closes. */
const saying = (words: string) => (socket: Socket) => {
  socket.once('data', () => socket.end(words, 'latin1'));
  return false;
};

/** It did not come to a request; nothing is owed. */
const unsent = { requests: 0, attempts: 1 } as const;
/** A fault of the configuration: one look says all, nothing is held against the target, nobody behind the same door is tried. */
const misconfigured = (ends: NonNullable<Expected['ends']>, code: string): Partial<Row> => ({
  alone: { ...unsent, ends, code },
  backup: { ...unsent, code },
  neighbour: { ...unsent, ends, code, by: 'nobody' },
});
/** Connecting takes longer than is allowed: 5 s, four times while nobody else could answer. */
const unconnected: Partial<Row> = {
  alone: { requests: 0, attempts: 4, ends: 'connect-timeout', trips: 8, tookMs: 21_750 },
  backup: { ...unsent, trips: 2, tookMs: 5_000 },
};

/** I. Connections that do not come about, F1 to F15. */
export const connectingRows: readonly Row[] = [
  {
    id: 'F1',
    variant: 'on this machine',
    title: 'a server that does not run is not asked again, and named with its port',
    wires: ['local'],
    server: 'none',
    alone: { ...unsent, ends: 'server-not-running', trips: 1, facts: { host: '127.0.0.1' }, tookMs: 0 },
    backup: { ...unsent, trips: 1, tookMs: 0 },
  },
  {
    id: 'F1',
    variant: 'elsewhere',
    title: 'a refused connection is tried once more, then the backup answers',
    wires: ['openai', 'anthropic'],
    server: 'none',
    world: resolving(['127.0.0.1']),
    target: elsewhere,
    backup: { requests: 0, attempts: 2, trips: 2 },
  },
  {
    id: 'F1',
    variant: 'elsewhere, alone',
    title: 'a refused connection is tried once more',
    pending: "'unreachable' is retried up to three times (core, failureRules: 'once')",
    wires: ['openai', 'anthropic'],
    server: 'none',
    world: resolving(['127.0.0.1']),
    target: elsewhere,
    alone: { requests: 0, attempts: 2, ends: 'unreachable', trips: 2 },
  },
  ...(
    [
      ['only on IPv4', '127.0.0.1', ['::1', '127.0.0.1']],
      ['only on IPv6', '::1', ['127.0.0.1', '::1']],
    ] as const
  ).map(([variant, host, addresses]): Row => ({
    id: 'F2',
    variant,
    title: 'a server that listens on one of two addresses is found',
    wires: ['local'],
    server: { host },
    world: { resolver: { localhost: addresses } },
    target: at('http://localhost:PORT/v1'),
    alone: { requests: 1 },
  })),
  {
    id: 'F3',
    title: 'a name that nobody knows is not asked for twice',
    wires: ['openai', 'anthropic'],
    server: 'none',
    world: resolving('ENOTFOUND'),
    target: elsewhere,
    alone: { ...unsent, ends: 'unknown-host', facts: { host: cloud } },
    backup: unsent,
  },
  {
    id: 'F4',
    title: 'a resolver that cannot answer now leaves the next target its turn',
    wires: ['openai', 'anthropic'],
    server: 'none',
    world: resolving('EAI_AGAIN'),
    target: elsewhere,
    backup: { requests: 0, attempts: 2, trips: 2 },
  },
  {
    id: 'F5',
    title: 'a resolver that hangs costs the connect time and no more',
    wires: ['openai', 'anthropic'],
    server: 'none',
    world: resolving('hangs'),
    target: elsewhere,
    ...unconnected,
  },
  {
    id: 'F6',
    title: 'a firewall that swallows packets costs the connect time and no more',
    server: 'blackhole',
    ...unconnected,
  },
  {
    id: 'F7',
    title: 'a certificate that signs itself is named and not accepted',
    server: { certificate: goodCertificate },
    target: at('https://localhost:PORT/v1'),
    ...misconfigured('certificate', 'self-signed'),
  },
  ...(
    [
      ['expired', expiredCertificate],
      ['wrong-host', otherCertificate],
    ] as const
  ).map(([code, certificate]): Row => ({
    id: 'F8',
    variant: code,
    title: 'a certificate that does not hold is named with its host',
    server: { certificate },
    world: { trusted: certificate },
    target: at('https://localhost:PORT/v1'),
    ...misconfigured('certificate', code),
  })),
  {
    id: 'F9',
    title: 'https to a server that speaks http says so',
    server: { greet: saying('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n') },
    target: at('https://localhost:PORT/v1'),
    ...misconfigured('wrong-protocol', 'plain-http'),
  },
  {
    id: 'F10',
    title: 'a TLS handshake that stalls costs the connect time and no more',
    server: { greet: socket => (socket.resume(), false) },
    target: at('https://localhost:PORT/v1'),
    ...unconnected,
    alone: { ...unconnected.alone, requests: 0, leavesSockets: 4 }, // fetch itself gives them up after ten seconds
    backup: { ...unconnected.backup, requests: 0, leavesSockets: 1 },
  },
  {
    id: 'F11',
    variant: 'an alert',
    title: 'http to a server that wants https says so',
    server: { greet: saying('\u0015\u0003\u0001\u0000\u0002\u0002\u0046') },
    ...misconfigured('wrong-protocol', 'not-http'),
  },
  ...['The plain HTTP request was sent to HTTPS port', 'Client sent an HTTP request to an HTTPS server.'].map(
    (words): Row => ({
      id: 'F11',
      variant: words,
      title: 'http to a server that wants https says so',
      serve: sending(`<h1>${words}</h1>`, { 'content-type': 'text/html' }, 400),
      alone: { requests: 1, ends: 'wrong-protocol', code: 'tls' },
      backup: { requests: 1, code: 'tls' },
      neighbour: { requests: 1, ends: 'wrong-protocol', code: 'tls', by: 'nobody' },
    }),
  ),
  {
    id: 'F12',
    title: 'a proxy that wants a login is named, and not asked again',
    wires: ['openai', 'anthropic'],
    world: { ...resolving(['127.0.0.1']), proxy: '407 Proxy Authentication Required' },
    target: elsewhere,
    ...misconfigured('proxy', 'login'),
  },
  ...(['502 Bad Gateway', '403 Forbidden', 'refused'] as const).flatMap((proxy): readonly Row[] => [
    {
      id: 'F13',
      variant: proxy,
      title: 'a proxy that does not let through is said, and nobody behind it is tried',
      wires: ['openai', 'anthropic'],
      world: { ...resolving(['127.0.0.1']), proxy },
      target: elsewhere,
      ...misconfigured('proxy', proxy === 'refused' ? 'unreachable' : 'refused'),
    },
    {
      id: 'F13',
      variant: `${proxy}, alone`,
      title: 'a proxy that does not let through is tried once more',
      pending: "'proxy' is not retried (core, failureRules: 'once'; a login that is wanted already says noRetry)",
      wires: ['openai', 'anthropic'],
      world: { ...resolving(['127.0.0.1']), proxy },
      target: elsewhere,
      alone: { requests: 0, attempts: 2, ends: 'proxy' },
    },
  ]),
  {
    id: 'F14',
    title: 'a 407 of the server itself is said, and not asked again',
    serve: () => exchange => exchange.reply(407, {}),
    alone: { requests: 1, ends: 'proxy', code: 'login' },
    backup: { requests: 1, code: 'login' },
  },
  ...(
    [
      ['port', 'https://api.example:99999/v1', 'https://api.example:99999/v1'],
      ['scheme', 'ftp://api.example/v1', 'ftp://api.example/v1'],
      ['port', 'https://api.example:6000/v1', 'https://api.example:6000/v1'],
      ['userinfo', 'https://me:secret@api.example/v1', 'https://api.example/v1'],
      ['insecure', 'http://api.example/v1', 'http://api.example/v1'],
      ['link-local', 'http://169.254.169.254/v1', 'http://169.254.169.254/v1'],
    ] as const
  ).map(([code, address, shown]): Row => ({
    id: 'F15',
    variant: address,
    title: 'an address that cannot be right is refused before anything is sent',
    wires: everyWire,
    serve: answering,
    target: () => ({ baseUrl: address }),
    alone: { ...unsent, ends: 'bad-address', code, facts: { address: shown } },
    backup: { ...unsent, code },
  })),
];
