import type { Socket } from 'node:net';
import type { Clock } from '../../src/core/model/clock.ts';
import type { Exchange } from '../../test/faults/server/exchange.ts';
import { healthy } from '../../test/faults/stage/replies.ts';
import type { Row } from '../../test/faults/stage/row.ts';
import { wireOf } from '../../test/faults/stage/wires.ts';
import { code, codeEnds } from './markdown.ts';

/** More of a body is not written down, characters. */
const longestBody = 20_000;
/** More pieces of one response are not written down. */
const mostPieces = 12;

/** What a row's server does with the first request, as its play itself does it to a connection that only takes notes. */
export async function sentInRow(row: Row): Promise<string> {
  const resolver = resolverWords(row);
  if (row.server === 'none') return `nothing: nobody listens${resolver}`;
  if (row.server === 'blackhole') return 'nothing: packets vanish';
  if (typeof row.world?.proxy === 'object') return `a proxy in between answers in its place: ${row.variant ?? ''}`;
  if (row.server?.certificate !== undefined) return 'a certificate of its own over TLS';
  if (row.server?.greet) return 'nothing as it should be: the connection itself is treated badly';
  if (row.world?.proxy !== undefined) return `a proxy in between says ${code(row.world.proxy)}`;
  if (row.serve === undefined) return row.heldBy && !row.alone && !row.course ? '' : `a healthy answer${resolver}`;
  if (row.serve === healthy) return 'a healthy answer';
  const noted = new Noted();
  const wire = wireOf(row.wires === 'none' ? 'openai' : (row.wires?.[0] ?? 'openai'));
  const { serve } = row;
  const play = async () => serve(wire, noted.clock)(noted.exchange);
  await Promise.race([play(), noted.full]);
  return noted.words;
}

function resolverWords({ world }: Row): string {
  const found = Object.values(world?.resolver ?? {});
  return found.length === 0 ? '' : `, and the name resolves to ${found.map(one => code(String(one))).join(', ')}`;
}

/** A connection on which nothing leaves, and a clock on which nothing waits. */
class Noted {
  /** Resolves when there is no more room. From then on the connection takes nothing, and no time passes. */
  readonly full: Promise<unknown>;
  readonly clock: Clock = {
    now: () => 0,
    wall: () => 0,
    random: () => 0.5,
    after: (_delayMs, due) => {
      this.#waiting += 1;
      const pass = () => {
        this.#waiting -= 1;
        due();
      };
      if (this.#end !== 'goes on') setImmediate(pass);
      return () => undefined;
    },
  };
  readonly exchange: Exchange;
  #head = '';
  #body = '';
  #pieces = 0;
  #waiting = 0;
  #end = '';
  readonly #socket = { writableNeedDrain: false };
  readonly #isFull: () => void;

  constructor() {
    const { promise, resolve } = Promise.withResolvers<unknown>();
    this.full = promise;
    this.#isFull = () => resolve(undefined);
    const socket = Object.assign(this.#socket, {
      write: (bytes: string | Uint8Array) => this.#add(bytes),
      end: () => void (this.#end ||= 'the connection is closed'),
      resetAndDestroy: () => void (this.#end ||= 'the connection is reset'),
      destroy: () => void (this.#end ||= 'the connection is reset'),
      once: () => socket,
      on: () => socket,
    });
    this.exchange = {
      request: { method: 'POST', path: '/v1/chat/completions', headers: {}, body: askedBody, raw: '' } as never,
      number: 1,
      socket: socket as unknown as Socket,
      settled: () => undefined,
      head: (status, headers) => void (this.#head ||= headOf(status, headers)),
      reply: (status, headers, body = '') => {
        this.#head ||= headOf(status, headers);
        this.#add(body);
        this.#end ||= 'whole';
      },
      write: bytes => this.#add(bytes),
      chunk: piece => this.#add(piece),
      end: () => void (this.#end ||= 'whole'),
    };
  }

  get words(): string {
    const end =
      this.#end === 'whole' ? '' : `, then ${this.#end || (this.#waiting > 0 ? 'goes on' : 'nothing more comes')}`;
    const body = codeEnds(this.#body);
    if (this.#head === '') return `${body || 'not a byte'}${end}`;
    return `${this.#head}${body && `: ${body}`}${end}`;
  }

  #add(bytes: string | Uint8Array): void {
    if (this.#body.length < longestBody)
      this.#body += Buffer.from(bytes as string)
        .subarray(0, longestBody)
        .toString();
    this.#pieces += 1;
    if (this.#pieces < mostPieces) return;
    this.#end ||= 'goes on';
    this.#socket.writableNeedDrain = true;
    this.#isFull();
  }
}

const askedBody = JSON.stringify({
  model: 'asked-model',
  messages: [],
  max_tokens: 2_000,
  temperature: 0,
  stream: true,
});

/** Headers that say nothing of the fault. */
const usual = ['content-length', 'transfer-encoding'];

function headOf(status: number, headers: Readonly<Record<string, string>>): string {
  const told = Object.entries(headers).filter(([name, value]) => !usual.includes(name) && value !== 'application/json');
  const named = told
    .filter(([, value]) => value !== 'text/event-stream')
    .map(([name, value]) => code(`${name}: ${value}`));
  return [`status ${status}`, ...named].join(', ');
}
