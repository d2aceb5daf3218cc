import type { Socket } from 'node:net';

/** What a request looked like when it arrived whole. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Hands on every request that arrives whole on a socket, several in a row too. */
export function readRequests(socket: Socket, onRequest: (request: Received) => void): void {
  let bytes = Buffer.alloc(0);
  socket.on('data', data => {
    bytes = Buffer.concat([bytes, data]);
    for (let read = readOne(bytes); read !== undefined; read = readOne(bytes)) {
      bytes = bytes.subarray(read.length);
      onRequest(read.request);
    }
  });
}

function readOne(bytes: Buffer): { readonly request: Received; readonly length: number } | undefined {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd < 0) return undefined;
  const [first = '', ...lines] = bytes.subarray(0, headEnd).toString('latin1').split('\r\n');
  const headers = Object.fromEntries(lines.map(field));
  const length = headEnd + 4 + Number(headers['content-length'] ?? 0);
  if (bytes.length < length) return undefined;
  const [method = '', path = ''] = first.split(' ');
  return { request: { method, path, headers, body: bytes.toString('utf8', headEnd + 4, length) }, length };
}

function field(line: string): readonly [name: string, value: string] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
}
