import type { Socket } from 'node:net';
import { expiredCertificate, goodCertificate, otherCertificate } from '../../../providers/certificates.ts';
import { sending } from '../../stage/replies.ts';
import type { Expected, Row } from '../../stage/row.ts';
import { at, elsewhere, resolving, unsent } from './places.ts';

/** Says this to whatever comes first, and closes. */
const saying = (words: string) => (socket: Socket) => {
  socket.once('data', () => socket.end(words, 'latin1'));
  return false;
};

/** A fault of the configuration: one look says all, nothing is held against the target, nobody behind the same door is tried. */
const misconfigured = (ends: NonNullable<Expected['ends']>, code: string, attempts = 1): Partial<Row> => ({
  alone: { ...unsent, attempts, ends, code },
  backup: { ...unsent, attempts, code },
  neighbour: { ...unsent, attempts, ends, code, by: 'nobody' },
});
/** I. Certificates, protocols and proxies, F7 to F9 and F11 to F14. */
export const misconfiguredRows: readonly Row[] = [
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
      title: 'a proxy that does not let through is tried once more and said, and nobody behind it is tried',
      wires: ['openai', 'anthropic'],
      world: { ...resolving(['127.0.0.1']), proxy },
      target: elsewhere,
      ...misconfigured('proxy', proxy === 'refused' ? 'unreachable' : 'refused', 2),
    },
  ]),
  {
    id: 'F14',
    title: 'a 407 of the server itself is said, and not asked again',
    serve: () => exchange => exchange.reply(407, {}),
    alone: { requests: 1, ends: 'proxy', code: 'login' },
    backup: { requests: 1, code: 'login' },
  },
];
