import type { Socket } from 'node:net';
import { streamOf, type WireName } from '../../support/streams.ts';

type Headers = Readonly<Record<string, string>>;

const stream = { 'content-type': 'text/event-stream' };
const json = { 'content-type': 'application/json' };

/** The text that answers a question: its own, so that an answer in the wrong place is noticed. */
export const answerText = (question: number): string =>
  `Revision ${question} adds up the lines and puts the tax on top, for ${question}.`;

/** One request that arrived, and the raw socket to answer it on, well or badly. */
export class Reply {
  readonly wire: WireName;
  readonly #socket: Socket;
  readonly #question: number;

  constructor(socket: Socket, wire: WireName, question: number) {
    this.#socket = socket;
    this.wire = wire;
    this.#question = question;
  }

  /** The whole answer, in three writes, the connection kept. */
  answer(): void {
    const events = this.#events();
    const third = Math.ceil(events.length / 3);
    const piece = (at: number): string => events.slice(at * third, (at + 1) * third).join('');
    this.head(200, { ...stream, 'transfer-encoding': 'chunked' });
    this.chunk(piece(0));
    setTimeout(() => {
      this.chunk(piece(1));
      // one timer after the other: two that are late may fire in any order
      setTimeout(() => {
        this.chunk(piece(2));
        this.raw('0\r\n\r\n');
      }, 2);
    }, 2);
  }

  /** An event stream that begins like the answer, breaks off in its middle, and goes on with `more`, then as told. */
  half(more: string, end: 'ended' | 'closed' | 'open'): void {
    const events = this.#events();
    this.events(events.slice(0, Math.ceil(events.length / 2)).join('') + more, end);
  }

  /** An event stream of just this; 'closed': its end is the connection's end. */
  events(text: string, end: 'ended' | 'closed' | 'open' = 'ended'): void {
    this.head(200, { ...stream, ...(end === 'closed' ? { connection: 'close' } : { 'transfer-encoding': 'chunked' }) });
    if (end === 'closed') this.#write(text);
    else this.chunk(text);
    if (end === 'ended') this.#write('0\r\n\r\n');
    if (end === 'closed') setTimeout(() => this.#socket.end(), 2);
  }

  /** Nobody listens any more. */
  get isOver(): boolean {
    return this.#socket.destroyed;
  }

  /** One event with one letter of text. */
  dripEvent(): string {
    return streamOf(this.wire, 'a').find(event => event.includes('"a"')) ?? '';
  }

  /** An answer without a word in it. */
  empty(): void {
    this.events(streamOf(this.wire, '').join(''));
  }

  /** One event that says what went wrong, in the wire's own words. */
  errorEvent(type: 'server_error' | 'overloaded_error'): string {
    return `${this.wire === 'anthropic' ? 'event: error\n' : ''}data: ${this.#error(type)}\n\n`;
  }

  /** A refusal with this status. */
  refuse(status: number, type = 'server_error'): void {
    this.document(status, this.#error(type));
  }

  /** A document in place of the stream. */
  document(status: number, body: string | Buffer, headers: Headers = {}): void {
    this.head(status, { ...json, 'content-length': String(Buffer.byteLength(body)), ...headers });
    this.#write(body);
  }

  head(status: number, headers: Headers): void {
    const fields = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    this.#write(`HTTP/1.1 ${status} X\r\n${fields.join('')}\r\n`);
  }

  /** Bytes as they are. */
  raw(text: string): void {
    this.#write(text);
  }

  chunk(text: string): void {
    this.#write(`${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`);
  }

  /** Chunk after chunk, as fast as they are taken; ends when nobody listens any more. */
  async flood(piece: string, times: number): Promise<void> {
    for (let sent = 0; sent < times && !this.isOver; sent += 1) {
      this.chunk(piece);
      if (this.#socket.writableNeedDrain) await this.#taken();
    }
  }

  close(how: 'FIN' | 'RST'): void {
    if (how === 'FIN') this.#socket.end();
    else this.#socket.resetAndDestroy();
  }

  #taken(): Promise<void> {
    return new Promise(resolve => {
      const done = (): void => {
        this.#socket.off('drain', done).off('close', done);
        resolve();
      };
      this.#socket.on('drain', done).on('close', done);
    });
  }

  #events(): readonly string[] {
    return streamOf(this.wire, answerText(this.#question));
  }

  #error(type: string): string {
    return JSON.stringify({ type: 'error', error: { type, message: 'That did not work.' } });
  }

  #write(bytes: string | Buffer): void {
    if (!this.#socket.destroyed) this.#socket.write(bytes);
  }
}
