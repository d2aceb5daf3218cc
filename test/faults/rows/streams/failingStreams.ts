import { gzipSync } from 'node:zlib';
import { healthy, inTurn, raw, sending, streaming, type Play } from '../../stage/replies.ts';
import type { Row } from '../../stage/row.ts';
import type { Wire } from '../../stage/wires.ts';
import { early, midway } from './streamOutcomes.ts';
import { event } from './streamParts.ts';

const begun = (wire: Wire): string => wire.begun('It ');
/** An error as the wires stream it: Anthropic's with the event's name. */
const errorEvent = (wire: Wire, type: string): string =>
  `${wire.protocol === 'anthropic' ? 'event: error\n' : ''}${event(wire.error({ type }))}`;

/** V. Streams that say what went wrong, or something else than they should, F98 to F106 and F122. */
export const failingStreamRows: readonly Row[] = [
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
      healthy,
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
