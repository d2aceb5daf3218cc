import { gzipSync } from 'node:zlib';
import { sleep } from '../../../src/core/clock.ts';
import type { FailureKind } from '../../../src/core/failure.ts';
import {
  answering,
  broken,
  closed,
  inTurn,
  raw,
  sending,
  silent,
  streaming,
  streamingUntilClose,
  type Play,
} from '../replies.ts';
import type { Expected, Row } from '../row.ts';
import type { Wire } from '../wires.ts';

const event = (data: unknown): string => `data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;
const begun = (wire: Wire): string => wire.begun('It ');
/** An error as the wires stream it: Anthropic's with the event's name. */
const errorEvent = (wire: Wire, type: string): string =>
  `${wire.protocol === 'anthropic' ? 'event: error\n' : ''}${event(wire.error({ type }))}`;

/** What must come of an answer that fails in this way before any of it was shown. */
const early = (ends: FailureKind, requests: number, backup: number): Partial<Row> => ({
  alone: { requests, ends, trips: requests, spent: 'input' },
  backup: { requests: backup, trips: backup, spent: 'input' },
});

/**
 * What must come of an answer that fails in this way after its first words. Who does not watch has seen nothing, so it is
 * asked again; who watches keeps what there is, marked, and sees the next target begin anew.
 */
const midway = (ends: FailureKind, requests: number, backup: number, more: Partial<Expected> = {}): Partial<Row> => ({
  alone: { requests, ends, trips: requests, spent: 'estimated', partial: 'It ', ...more },
  backup: { requests: backup, trips: backup, spent: 'estimated' },
  watched: { requests: 1, ends, trips: 1, spent: 'estimated', partial: 'It ', shown: 'It ', ...more },
  watchedBackup: { requests: 1, trips: 1, spent: 'estimated', shown: 'It |It adds.' },
});

/** V. Streams that end before their end, F90 to F106. */
export const cutStreamRows: readonly Row[] = [
  {
    id: 'F90',
    title: 'a healthy stream is an answer, paid as counted, and remembered',
    serve: answering,
    alone: { requests: 1, stored: true },
    watched: { requests: 1, shown: 'It adds.' },
    backup: { requests: 1, by: 'target', stored: true },
  },
  {
    id: 'F91',
    title: 'a clean end without the end mark is no success',
    serve: streaming(begun),
    ...midway('truncated', 4, 2),
  },
  ...(
    [
      ['FIN', closed],
      ['RST', broken],
    ] as const
  ).map(([variant, then]): Row => ({
    id: 'F92',
    variant,
    title: 'a connection lost within the body is no success',
    serve: streaming(begun, then),
    ...midway('truncated', 4, 2),
  })),
  {
    id: 'F93',
    title: 'a connection closed within an event is no success',
    serve: streamingUntilClose(wire => begun(wire) + wire.text('adds.').slice(0, -12)),
    ...midway('truncated', 4, 2),
  },
  {
    id: 'F94',
    title: 'a connection closed between two events is no success',
    serve: streamingUntilClose(begun),
    ...midway('truncated', 4, 2),
  },
  {
    id: 'F95',
    title: 'a stream that falls silent is ended after the idle time, and what there is stays',
    serve: streaming(begun, silent),
    alone: {
      requests: 2,
      ends: 'out-of-time',
      outcomes: ['stalled', 'out-of-time'],
      trips: 2,
      spent: 'estimated',
      tookMs: 35_000,
    },
    backup: { requests: 1, trips: 2, spent: 'estimated', tookMs: 30_000 },
    watched: {
      requests: 1,
      ends: 'stalled',
      trips: 2,
      spent: 'estimated',
      partial: 'It ',
      shown: 'It ',
      tookMs: 30_000,
    },
    watchedBackup: { requests: 1, trips: 2, spent: 'estimated', shown: 'It |It adds.' },
  },
  {
    id: 'F96',
    title: 'pings and comments are no progress',
    serve: streaming(
      wire => (wire.protocol === 'anthropic' ? [event({ type: 'ping' }), ': ping\n\n'] : [': ping\n\n', ': ping\n\n']),
      silent,
    ),
    alone: {
      requests: 2,
      ends: 'out-of-time',
      outcomes: ['silent', 'out-of-time'],
      trips: 2,
      spent: 'input',
      tookMs: 35_000,
    },
    backup: { requests: 1, trips: 2, spent: 'input', tookMs: 17_500 },
  },
  {
    id: 'F97',
    title: 'a drip that nobody watches is ended by the deadline, which counts against nobody',
    serve: dripping(4_000),
    alone: { requests: 1, ends: 'out-of-time', spent: 'estimated', tookMs: 35_000 },
  },
  {
    id: 'F97',
    variant: 'watched',
    title: 'a drip may be watched for five minutes, and what there is stays',
    pending: 'the deadline forgets the text that was shown (core)',
    serve: dripping(4_000),
    watched: {
      requests: 1,
      ends: 'out-of-time',
      spent: 'estimated',
      tookMs: 300_000,
      partial: '.'.repeat(75),
      shown: '.'.repeat(75),
    },
  },
  ...['first', 'first, without a name'].map((variant): Row => ({
    id: variant === 'first' ? 'F98' : 'F100',
    title: 'an error in place of the first word counts as what it says',
    serve: streaming(wire =>
      variant === 'first' ? errorEvent(wire, 'overloaded_error') : event(wire.error({ type: 'overloaded_error' })),
    ),
    ...early('overloaded', 2, 1),
  })),
  {
    id: 'F99',
    title: 'an error in the middle counts as what it says, and what there is stays',
    serve: streaming(wire => begun(wire) + errorEvent(wire, 'overloaded_error')),
    ...midway('overloaded', 2, 1),
  },
  {
    id: 'F101',
    title: 'a model that is being loaded is asked again after two seconds',
    wires: ['openai', 'local'],
    serve: inTurn(
      streaming(() => event({ error: 'model not loaded' })),
      answering,
    ),
    alone: { requests: 2, spent: 'input', tookMs: 2_200 },
  },
  {
    id: 'F101',
    variant: 'for ever',
    title: 'a model that is still being loaded is left for the next target, and nothing is held against it',
    serve: streaming(() => event({ error: 'model not loaded' })),
    alone: { requests: 2, ends: 'conflict', code: 'loading', spent: 'input', tookMs: 2_200 },
    backup: { requests: 2, code: 'loading', spent: 'input' },
  },
  {
    id: 'F102',
    title: 'a plain sentence in place of events is a failure, not an empty answer',
    serve: streaming(() => 'upstream connect error or disconnect/reset before headers'),
    ...early('malformed', 2, 2),
  },
  {
    id: 'F103',
    title: 'a whole document in place of the stream is an answer',
    serve: sending(wire => wire.whole()),
    alone: { requests: 1, stored: true },
    watched: { requests: 1, shown: 'It adds.' },
  },
  {
    id: 'F104',
    title: 'an error document with status 200 counts as what it says',
    serve: sending(wire => wire.error({ type: 'overloaded_error' }), { 'content-type': 'text/event-stream' }),
    ...early('overloaded', 2, 1),
  },
  {
    id: 'F105',
    title: 'a login page in place of the stream is named',
    serve: sending('<html>Log in</html>', { 'content-type': 'text/event-stream' }),
    alone: { requests: 1, ends: 'not-the-api', code: 'html' },
    backup: { requests: 1, code: 'html' },
    neighbour: { requests: 1, ends: 'not-the-api', code: 'html', by: 'nobody' },
  },
  {
    id: 'F106',
    title: 'an event that is no JSON ends the answer, and nothing of it is written to the console',
    serve: streaming(wire => `${begun(wire)}data: {"choices":[{"delta\n\n`),
    ...midway('malformed', 2, 2),
  },
  {
    id: 'F122',
    variant: 'whole',
    title: 'a compressed stream is an answer',
    serve: compressed(bytes => bytes),
    alone: { requests: 1 },
  },
  {
    id: 'F122',
    variant: 'corrupt',
    title: 'a corrupt compressed stream is tried once more, and holds nothing up',
    serve: compressed(bytes => Buffer.concat([bytes.subarray(0, 12), Buffer.alloc(40, 'x')])),
    ...early('malformed', 2, 2),
  },
  {
    id: 'F122',
    variant: 'cut',
    title: 'a compressed stream that is cut is no success',
    serve: raw(wire => {
      const bytes = gzipSync(wire.events(wire.payloads()));
      const head = 'HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ncontent-encoding: gzip\r\n';
      return Buffer.concat([Buffer.from(`${head}content-length: ${bytes.length}\r\n\r\n`), bytes.subarray(0, 20)]);
    }),
    ...early('truncated', 4, 2),
  },
];

/** A whole compressed stream, changed on the way. */
function compressed(change: (bytes: Buffer) => Buffer): Play {
  return sending(wire => change(gzipSync(wire.events(wire.payloads()))), {
    'content-type': 'text/event-stream',
    'content-encoding': 'gzip',
  });
}

/** One character at a time, for ever. */
function dripping(everyMs: number): Play {
  return (wire, clock) => async exchange => {
    const { socket } = exchange;
    const gone = new AbortController();
    socket.once('close', () => gone.abort(new Error('gone')));
    exchange.head(200, { 'content-type': 'text/event-stream', 'transfer-encoding': 'chunked' });
    if (wire.protocol === 'anthropic') exchange.chunk(wire.begun());
    const drip = (): void => {
      if (socket.destroyed) return;
      exchange.chunk(wire.text('.'));
      sleep(clock, everyMs, gone.signal).then(drip, () => undefined);
    };
    drip();
  };
}
