import { healthy } from '../../stage/replies.ts';
import type { Row } from '../../stage/row.ts';
import { everyWire } from '../../stage/wires.ts';
import { at, cloud, elsewhere, resolving, unsent } from './places.ts';

/** Connecting takes longer than is allowed: 5 s, four times while nobody else could answer. */
const unconnected: Partial<Row> = {
  alone: { requests: 0, attempts: 4, ends: 'connect-timeout', trips: 2, tookMs: 21_750 },
  backup: { ...unsent, trips: 2, tookMs: 5_000 },
};

/** I. Connections that do not come about, F1 to F6, F10 and F15. */
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
    backup: { requests: 0, attempts: 2, trips: 1 },
  },
  {
    id: 'F1',
    variant: 'elsewhere, alone',
    title: 'a refused connection is tried once more',
    wires: ['openai', 'anthropic'],
    server: 'none',
    world: resolving(['127.0.0.1']),
    target: elsewhere,
    alone: { requests: 0, attempts: 2, ends: 'unreachable', trips: 1 },
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
    backup: { requests: 0, attempts: 2, trips: 1 },
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
    id: 'F10',
    title: 'a TLS handshake that stalls costs the connect time and no more',
    server: { greet: socket => (socket.resume(), false) },
    target: at('https://localhost:PORT/v1'),
    ...unconnected,
    alone: { ...unconnected.alone, requests: 0, leavesSockets: 4 }, // fetch itself gives them up after ten seconds
    backup: { ...unconnected.backup, requests: 0, leavesSockets: 1 },
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
    serve: healthy,
    target: () => ({ baseUrl: address }),
    alone: { ...unsent, ends: 'bad-address', code, facts: { address: shown } },
    backup: { ...unsent, code },
  })),
];
