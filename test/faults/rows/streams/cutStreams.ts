import { sleep } from '../../../../src/core/model/clock.ts';
import { healthy, broken, closed, silent, streaming, streamingUntilClose, type Play } from '../../stage/replies.ts';
import type { Row } from '../../stage/row.ts';
import type { Wire } from '../../stage/wires.ts';
import { midway } from './streamOutcomes.ts';
import { event } from './streamParts.ts';

const begun = (wire: Wire): string => wire.begun('It ');

/** V. Streams that end before their end, F90 to F97. */
export const cutStreamRows: readonly Row[] = [
  {
    id: 'F90',
    title: 'a healthy stream is an answer, paid as counted, and remembered',
    serve: healthy,
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
      ends: 'stalled',
      outcomes: ['stalled', 'stalled'],
      trips: 2,
      spent: 'estimated',
      tookMs: 60_250,
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
    backup: { requests: 1, trips: 2, spent: 'input', tookMs: 10_500 },
  },
  {
    id: 'F97',
    title: 'a drip is ended after five minutes also when nobody watches it, which counts against nobody',
    serve: dripping(4_000),
    alone: { requests: 1, ends: 'out-of-time', spent: 'estimated', tookMs: 300_000 },
  },
  {
    id: 'F97',
    variant: 'watched',
    title: 'a drip may be watched for five minutes, and what there is stays',
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
];

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
