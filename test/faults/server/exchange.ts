import type { Socket } from 'node:net';
import type { Received } from '../../support/readRequests.ts';

/** One request that arrived, and the raw socket to answer it on, well or badly. */
export interface Exchange {
  readonly request: Received;
  /** 1, 2, … among the requests of this server. */
  readonly number: number;
  readonly socket: Socket;
  /** Writes a whole response with its length. */
  reply(status: number, headers: Headers, body?: string | Uint8Array): void;
  /** Writes a response's head and nothing else. */
  head(status: number, headers: Headers): void;
  /** Writes bytes as they are. */
  write(bytes: string | Uint8Array): void;
  /** Writes one piece of a chunked body. */
  chunk(piece: string | Uint8Array): void;
  /** Ends a chunked body. */
  end(): void;
  /** From here on the response is whole: an open connection is one that may serve again. */
  settled(): void;
}

type Headers = Readonly<Record<string, string>>;

export function exchangeOn(
  socket: Socket,
  { request, number, settled, onStir }: Pick<Exchange, 'request' | 'number' | 'settled'> & { onStir?: () => void },
): Exchange {
  const write = (bytes: string | Uint8Array): void => {
    onStir?.();
    socket.write(bytes);
  };
  const head = (status: number, headers: Headers): void => {
    const fields = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    write(`HTTP/1.1 ${status} X\r\n${fields.join('')}\r\n`);
  };
  return {
    request,
    number,
    socket,
    settled,
    head,
    reply(status, headers, body = '') {
      const hasBody = status !== 204 && status !== 304;
      head(status, { ...(hasBody && { 'content-length': String(Buffer.byteLength(body)) }), ...headers });
      write(body);
      settled();
    },
    write,
    chunk(piece) {
      const bytes = Buffer.from(piece as string);
      write(Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]));
    },
    end() {
      write('0\r\n\r\n');
      settled();
    },
  };
}
