import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readRequests, type Received } from '../support/readRequests.ts';

/** One request and the raw socket to answer it on. */
export interface PeerExchange {
  readonly request: Received;
  readonly socket: Socket;
  /** Writes a whole response with a length. */
  reply(status: number, headers: Readonly<Record<string, string>>, body?: string): void;
  /** Writes the head of a chunked event stream; `chunk` and `end` follow. */
  stream(headers?: Readonly<Record<string, string>>): void;
  chunk(text: string | Uint8Array): void;
  end(): void;
}

/** A server of ours on loopback that says exactly what a test tells it to. */
export interface Peer {
  readonly origin: string;
  readonly port: number;
  readonly requests: readonly Received[];
  readonly openSockets: number;
  /** Resolves when no connection is open any more. */
  allClosed(): Promise<void>;
  stop(): Promise<void>;
}

const started = new Set<Peer>();
after(() => Promise.all([...started].map(peer => peer.stop()))); // a test that fails must not keep its peer, and the run, alive

export type PeerReply = (exchange: PeerExchange, number: number) => void;

/** Starts a peer; `reply` answers each request, numbered from 1. */
export async function startPeer(reply: PeerReply): Promise<Peer> {
  const requests: Received[] = [];
  const sockets = new Set<Socket>();
  const server = createServer(socket => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined); // a peer that is hung up on has nothing to add
    readRequests(socket, request => {
      requests.push(request);
      reply(exchangeOn(socket, request), requests.length);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const peer: Peer = {
    origin: `http://127.0.0.1:${port}`,
    port,
    requests,
    get openSockets() {
      return sockets.size;
    },
    async allClosed() {
      const closing = [...sockets].map(socket => new Promise(resolve => socket.once('close', resolve)));
      await Promise.all(closing);
    },
    async stop() {
      started.delete(peer);
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
  started.add(peer);
  return peer;
}

function exchangeOn(socket: Socket, request: Received): PeerExchange {
  const head = (status: number, headers: Readonly<Record<string, string>>) =>
    [`HTTP/1.1 ${status} X`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), '', ''].join(
      '\r\n',
    );
  return {
    request,
    socket,
    reply(status, headers, body = '') {
      socket.write(head(status, { 'content-length': String(Buffer.byteLength(body)), ...headers }) + body);
    },
    stream(headers = {}) {
      socket.write(head(200, { 'content-type': 'text/event-stream', 'transfer-encoding': 'chunked', ...headers }));
    },
    chunk(text) {
      const data = Buffer.from(text as string);
      socket.write(Buffer.concat([Buffer.from(`${data.length.toString(16)}\r\n`), data, Buffer.from('\r\n')]));
    },
    end() {
      socket.write('0\r\n\r\n');
    },
  };
}

/** Which of the two protocols. */
export type WireName = 'openai' | 'anthropic';

/** Event payloads as the wire carries them. */
export function toEvents(wire: WireName, payloads: readonly string[]): string {
  if (wire === 'openai') return [...payloads, '[DONE]'].map(data => `data: ${data}\n\n`).join('');
  return payloads.map(data => `event: ${(JSON.parse(data) as { type: string }).type}\ndata: ${data}\n\n`).join('');
}

/** The payloads of an answer made of these pieces, with usage and a natural end. */
export function payloadsOf(wire: WireName, pieces: readonly string[], thoughts: readonly string[] = []): string[] {
  if (wire === 'openai') {
    const chunk = (delta: object, finish_reason: string | null = null) =>
      JSON.stringify({ id: 'c1', model: 'served-model', choices: [{ index: 0, delta, finish_reason }] });
    return [
      ...thoughts.map(text => chunk({ reasoning_content: text })),
      ...pieces.map(content => chunk({ content })),
      chunk({}, 'stop'),
      JSON.stringify({
        model: 'served-model',
        choices: [],
        usage: { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 },
      }),
    ];
  }
  const delta = (delta: object) => JSON.stringify({ type: 'content_block_delta', index: 0, delta });
  return [
    JSON.stringify({
      type: 'message_start',
      message: { model: 'served-model', usage: { input_tokens: 11, output_tokens: 1 } },
    }),
    ...thoughts.map(thinking => delta({ type: 'thinking_delta', thinking })),
    ...pieces.map(text => delta({ type: 'text_delta', text })),
    JSON.stringify({ type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 7 } }),
    JSON.stringify({ type: 'message_stop' }),
  ];
}

/** The same answer as one JSON document. */
export function wholeAnswerOf(wire: WireName, text: string): string {
  return wire === 'openai'
    ? JSON.stringify({
        model: 'served-model',
        choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' }],
        usage: { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 },
      })
    : JSON.stringify({
        type: 'message',
        model: 'served-model',
        content: [{ type: 'text', text }],
        stop_reason: 'end_turn',
        usage: { input_tokens: 11, output_tokens: 7 },
      });
}

const transcripts = fileURLToPath(new URL('../fixtures/transcripts/', import.meta.url));

/** Recorded streams of real providers: file name and event payloads. */
export function recordings(wire: WireName): readonly { readonly name: string; readonly payloads: readonly string[] }[] {
  return readdirSync(transcripts + wire)
    .filter(name => name.endsWith('.jsonl'))
    .map(name => ({
      name,
      payloads: readFileSync(`${transcripts}${wire}/${name}`, 'utf8')
        .split('\n')
        .filter(line => line !== ''),
    }));
}
