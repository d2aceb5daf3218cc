// The server that both sides of a contest ask: it takes any request and answers with the same stream, in a process of its
// own, so that its work is not counted, and on a bare socket, so that there is little of it.
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { endWithParent, report } from '../harness/report.ts';
import type { Manner } from './streamServer.ts';
import { explanation, streamOf, type WireName } from './streams.ts';

const head = (wire: WireName): string =>
  [
    'HTTP/1.1 200 OK',
    'content-type: text/event-stream; charset=utf-8',
    'transfer-encoding: chunked',
    'cache-control: no-cache',
    `${wire === 'openai' ? 'x-request-id' : 'request-id'}: req_011CSHoEeqs5C35K2UUqR7Fy`,
    '\r\n',
  ].join('\r\n');
const manners: readonly Manner[] = ['burst', 'flood'];
const asChunk = (text: string): string => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
const end = '0\r\n\r\n';

/** What is written, piece by piece, each in a turn of its own: an event as the model speaks it, or as much as there is. */
const answers: Readonly<Record<Manner, Readonly<Record<WireName, readonly Buffer[]>>>> = {
  paced: { openai: paced('openai'), anthropic: paced('anthropic') },
  burst: { openai: burst('openai', 2_000), anthropic: burst('anthropic', 2_000) },
  flood: { openai: burst('openai', 20_000), anthropic: burst('anthropic', 20_000) },
};

function paced(wire: WireName): readonly Buffer[] {
  const [first = '', ...others] = streamOf(wire, explanation);
  const last = others.pop() ?? '';
  return [head(wire) + asChunk(first), ...others.map(asChunk), asChunk(last) + end].map(text => Buffer.from(text));
}

/** So many deltas, 32 KB a write, as a proxy sends what it had held back. */
function burst(wire: WireName, deltas: number): readonly Buffer[] {
  const events = streamOf(
    wire,
    wire === 'openai' ? ' tokens'.repeat(deltas) : 'a piece of twenty-four, '.repeat(deltas),
  );
  const whole = Buffer.from(head(wire) + events.map(asChunk).join('') + end);
  const writes = Math.ceil(whole.length / 32_768);
  return Array.from({ length: writes }, (_, at) => whole.subarray(at * 32_768, (at + 1) * 32_768));
}

function serve(socket: Socket): void {
  let received = '';
  socket.setNoDelay(true);
  socket.setEncoding('latin1');
  socket.on('error', () => socket.destroy());
  socket.on('data', (text: string) => {
    received += text;
    const headLength = received.indexOf('\r\n\r\n') + 4;
    if (headLength < 4) return;
    const bodyLength = Number(/content-length: (\d+)/i.exec(received)?.[1] ?? 0);
    if (received.length < headLength + bodyLength) return;
    const wire = received.includes('/chat/completions ') ? 'openai' : 'anthropic';
    const manner = manners.find(name => received.startsWith(`POST /${name}/`)) ?? 'paced';
    received = '';
    write(socket, answers[manner][wire], 0);
  });
}

function write(socket: Socket, pieces: readonly Buffer[], at: number): void {
  const piece = pieces[at];
  if (piece === undefined || socket.destroyed) return;
  socket.write(piece);
  setImmediate(write, socket, pieces, at + 1);
}

endWithParent();
const server = createServer(serve);
server.listen(0, '127.0.0.1', () => report({ port: (server.address() as AddressInfo).port }));
