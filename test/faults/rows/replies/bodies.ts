import { brotliCompressSync, gzipSync } from 'node:zlib';
import { broken, closed, flushed, raw, sending, silent, type Ending, type Play } from '../../stage/replies.ts';
import type { Row } from '../../stage/row.ts';
import type { Wire } from '../../stage/wires.ts';

const json = { 'content-type': 'application/json' };
const ok = (length: number | string, more = '') =>
  `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n${more}content-length: ${length}\r\n\r\n`;

interface Around {
  /** More lines of the head. Default: none. */
  readonly more?: string;
  /** Default: the connection stays open for the next request. */
  readonly then?: Ending;
}

const settling: Ending = ({ settled }) => settled();

/** A whole response in these bytes, compressed as told. */
const encoded =
  (encoding: string, bytes: (wire: Wire) => Buffer, { more = '', then = settling }: Around = {}): Play =>
  (wire, clock) => {
    const body = bytes(wire);
    const head = ok(body.length, `content-encoding: ${encoding}\r\n${more}`);
    return raw(Buffer.concat([Buffer.from(head), body]), then)(wire, clock);
  };

/** The first half of a document whose whole length is promised. */
const halfWay = (then: Ending): Play => raw(wire => ok(wire.whole().length) + wire.whole().slice(0, 40), then);

// gzip may consist of several members: 16 MB of zeros, twelve times, in less than 200 KB
const bomb = (): Buffer => {
  const member = gzipSync(Buffer.alloc(16_000_000));
  return Buffer.concat([gzipSync('{"choices":"'), ...Array.from({ length: 12 }, () => member)]);
};

/** White space and digits without end, until nobody reads any more. */
const endless: Play = () => async exchange => {
  exchange.head(200, { ...json, 'transfer-encoding': 'chunked' });
  exchange.chunk('{"choices":"');
  while (!exchange.socket.destroyed) {
    exchange.chunk('x'.repeat(65_536));
    await flushed(exchange);
  }
};

/** A body that cannot be understood is tried once more. */
const malformed = { ends: 'malformed', requests: 2, trips: 1, spent: 'input' } as const;
const malformedBackup = { requests: 2, trips: 1, spent: 'input' } as const;

/** IV. Documents in place of streams, and what can be wrong with their bodies. */
export const bodyRows: readonly Row[] = [
  {
    id: 'F70',
    title: 'a body that does not come is waited for no longer than a first word',
    serve: raw(ok(100), silent),
    alone: {
      requests: 2,
      ends: 'out-of-time',
      outcomes: ['silent', 'out-of-time'],
      trips: 2,
      spent: 'input',
      tookMs: 35_000,
    },
    backup: { requests: 1, trips: 2, spent: 'input', tookMs: 10_500 },
  },
  ...(
    [
      ['FIN', closed],
      ['RST', broken],
    ] as const
  ).map(([variant, then]): Row => ({
    id: 'F71',
    variant,
    title: 'half a body is asked for again',
    serve: halfWay(then),
    alone: { requests: 4, ends: 'truncated', trips: 1, spent: 'input' },
    backup: { requests: 2, trips: 1, spent: 'input' },
  })),
  {
    id: 'F72',
    title: 'JSON that is cut is tried once more',
    serve: sending(wire => wire.whole().slice(0, -9)),
    alone: malformed,
    backup: malformedBackup,
  },
  {
    id: 'F73',
    title: 'an empty body is no answer, and is tried once more',
    serve: sending(''),
    alone: { requests: 2, ends: 'empty', trips: 1, spent: 'input' },
    backup: { requests: 2, trips: 1, spent: 'input' },
  },
  {
    id: 'F74',
    title: 'a login page is named, and nothing else is sent to that origin',
    serve: sending('<!doctype html><title>Log in to this network</title>', { 'content-type': 'text/html' }),
    alone: { requests: 1, ends: 'not-the-api', code: 'html' },
    backup: { requests: 1, code: 'html' },
    neighbour: { requests: 1, ends: 'not-the-api', code: 'html', by: 'nobody' },
  },
  {
    id: 'F75',
    title: 'a whole answer is taken, whatever it is called',
    serve: sending(wire => wire.whole(), { 'content-type': 'text/plain' }),
    alone: { requests: 1 },
  },
  {
    id: 'F76',
    variant: 'overloaded',
    title: 'an error with status 200 counts as what it says',
    serve: sending(wire => wire.error({ type: 'overloaded_error' })),
    alone: { requests: 2, ends: 'overloaded', trips: 1, spent: 'input', tookMs: 1_250 },
    backup: { requests: 1, trips: 1, spent: 'input' },
  },
  {
    id: 'F76',
    variant: 'quota',
    title: 'an error with status 200 counts as what it says',
    serve: sending(wire => wire.error({ type: 'insufficient_quota', code: 'insufficient_quota' })),
    alone: { requests: 1, ends: 'quota', gate: 'quota', spent: 'input' },
    backup: { requests: 1, gate: 'quota', spent: 'input' },
  },
  {
    id: 'F77',
    variant: 'kept alive',
    title: 'gzip that is none is tried once more, and holds nothing up',
    serve: encoded('gzip', () => Buffer.from('0123456789abcdef')),
    alone: malformed,
    backup: malformedBackup,
  },
  {
    id: 'F77',
    variant: 'with connection: close',
    title: 'gzip that is none is tried once more, and holds nothing up',
    serve: encoded('gzip', () => Buffer.from('0123456789abcdef'), { more: 'connection: close\r\n', then: closed }),
    alone: malformed,
    backup: malformedBackup,
  },
  {
    id: 'F78',
    title: 'gzip that is cut is tried once more',
    serve: encoded('gzip', wire => gzipSync(wire.whole()).subarray(0, -12)),
    alone: malformed,
    backup: malformedBackup,
  },
  ...['', 'connection: close\r\n'].map((more): Row => ({
    id: 'F79',
    variant: more === '' ? 'kept alive' : 'with connection: close',
    title: 'a gzip bomb is cut at 2 MiB, not tried again, and leaves no error that nobody catches',
    serve: encoded('gzip', bomb, { more }),
    world: { quietTurns: 100 },
    alone: { requests: 1, ends: 'too-large', code: 'body', trips: 1, spent: 'input' },
    backup: { requests: 1, code: 'body', trips: 1, spent: 'input' },
  })),
  {
    id: 'F80',
    variant: 'unknown',
    title: 'an encoding that was not asked for is tried once more',
    serve: encoded('aes', wire => Buffer.from(wire.whole()).map(byte => byte ^ 0x55) as Buffer),
    alone: malformed,
    backup: malformedBackup,
  },
  {
    id: 'F80',
    variant: 'br twice',
    title: 'what was compressed twice is read all the same',
    serve: encoded('br, br', wire => brotliCompressSync(brotliCompressSync(wire.whole()))),
    alone: { requests: 1 },
  },
  {
    id: 'F81',
    title: 'a body without end is cut at 2 MiB and not tried again',
    serve: endless,
    world: { quietTurns: 100 },
    alone: { requests: 1, ends: 'too-large', code: 'body', trips: 1, spent: 'input' },
    backup: { requests: 1, code: 'body', trips: 1, spent: 'input' },
  },
  {
    id: 'F82',
    variant: 'BOM',
    title: 'a byte order mark is passed over',
    serve: sending(wire => `\ufeff${wire.whole()}`),
    alone: { requests: 1 },
  },
  {
    id: 'F82',
    variant: 'UTF-16',
    title: 'UTF-16 is not understood, and tried once more',
    serve: sending(wire => Buffer.from(wire.whole(), 'utf16le')),
    alone: malformed,
    backup: malformedBackup,
  },
];
