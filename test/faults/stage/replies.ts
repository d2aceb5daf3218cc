import type { Clock } from '../../../src/core/model/clock.ts';
import type { Received } from '../../support/readRequests.ts';
import type { Exchange } from '../server/exchange.ts';
import type { Serve } from '../server/faultServer.ts';
import type { ErrorFields, Wire } from './wires.ts';

/** What a row's server does, given the wire it is played on and the clock that it shares with the client. */
export type Play = (wire: Wire, clock: Clock) => Serve;

type Headers = Readonly<Record<string, string>>;

const json = { 'content-type': 'application/json' };
const eventStream = { 'content-type': 'text/event-stream' };

/** A whole and healthy answer, streamed. */
export const healthy: Play = (wire, clock) => streaming(() => wire.events(wire.payloads()))(wire, clock);

/** One play after the other, one for each request; the last one for ever. */
export const inTurn =
  (...plays: readonly Play[]): Play =>
  (wire, clock) =>
  exchange =>
    (plays[exchange.number - 1] ?? plays.at(-1) ?? healthy)(wire, clock)(exchange);

/** A play for each protocol. */
export const byProtocol =
  (plays: Readonly<Record<Wire['protocol'], Play>>): Play =>
  (wire, clock) =>
    plays[wire.protocol](wire, clock);

/** The play that fits what is asked. */
export const choosing =
  (choose: (request: Received) => Play): Play =>
  (wire, clock) =>
  exchange =>
    choose(exchange.request)(wire, clock)(exchange);

/** Answers with this status and an error document; the fields may differ by wire. */
export const refusing =
  (status: number, fields: ErrorFields | ((wire: Wire) => ErrorFields) = {}, headers: Headers = {}): Play =>
  wire =>
  ({ reply }) =>
    reply(status, { ...json, ...headers }, wire.error(typeof fields === 'function' ? fields(wire) : fields));

/** Answers with this body as it stands. */
export const sending =
  (body: string | Uint8Array | ((wire: Wire) => string | Uint8Array), headers: Headers = json, status = 200): Play =>
  wire =>
  ({ reply }) =>
    reply(status, headers, typeof body === 'function' ? body(wire) : body);

/** Streams the text that is made for the wire, in chunks, and ends as told. */
export const streaming =
  (text: (wire: Wire) => string | readonly (string | Uint8Array)[], then: Ending = ended): Play =>
  wire =>
  async exchange => {
    const made = text(wire);
    exchange.head(200, { ...eventStream, 'transfer-encoding': 'chunked' });
    for (const piece of typeof made === 'string' ? [made] : made) {
      exchange.chunk(piece);
      await flushed(exchange);
    }
    then(exchange);
  };

/** Streams without chunks: only the connection's end says that the body is over. */
export const streamingUntilClose =
  (text: (wire: Wire) => string, then: Ending = closed): Play =>
  wire =>
  async exchange => {
    exchange.head(200, eventStream);
    exchange.write(text(wire));
    await flushed(exchange);
    then(exchange);
  };

/** Writes these bytes in place of a response, and ends as told. */
export const raw =
  (bytes: string | Uint8Array | ((wire: Wire) => string | Uint8Array), then: Ending = closed): Play =>
  wire =>
  async exchange => {
    exchange.write(typeof bytes === 'function' ? bytes(wire) : bytes);
    await flushed(exchange);
    then(exchange);
  };

/** How a response ends. */
export type Ending = (exchange: Exchange) => void;

/** As it should: the body's end, and the connection stays open for the next request. */
export const ended: Ending = exchange => exchange.end();
/** FIN: the connection closes without the body's end. */
export const closed: Ending = ({ socket }) => void socket.end();
/** RST. */
export const broken: Ending = ({ socket }) => void socket.resetAndDestroy();
/** Not at all: nothing comes any more, and the connection stays open. */
export const silent: Ending = () => undefined;

/** Lets what was written arrive before the next thing happens, so that both are never one packet. */
export async function flushed({ socket }: Pick<Exchange, 'socket'>): Promise<void> {
  if (socket.writableNeedDrain) await new Promise(resolve => socket.once('drain', resolve).once('close', resolve));
  await new Promise(resolve => setTimeout(resolve, 1));
}
