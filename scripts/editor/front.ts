import { randomBytes } from 'node:crypto';
import { createServer, request as sendRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

export interface FrontOptions {
  /** The port of VS Code's server, on loopback. */
  readonly serverPort: number;
  /** The secret that VS Code's server puts into the cookie `vscode-tkn`. */
  readonly connectionToken: string;
  /** The port to listen on; 0 takes a free one. */
  readonly port: number;
}

/** What a human's browser speaks to. */
export interface Front {
  readonly port: number;
  stop(): void;
}

/**
 * Stands before VS Code's server on 127.0.0.1 and passes everything on, except one request: `POST /mint-key`, with which
 * the workbench asks for half of the key that encrypts secrets. VS Code's own server has no answer to it and secrets
 * would be gone after a reload; here it is the same half for as long as this front stands.
 */
export async function startFront(options: FrontOptions): Promise<Front> {
  const halfKey = randomBytes(32);
  const server = createServer((request, response) => {
    if (request.method === 'POST' && request.url?.split('?')[0]?.endsWith('/mint-key')) {
      mintKey(request, response, { token: options.connectionToken, halfKey });
    } else passOn(request, response, options.serverPort);
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    passOnSocket(request, { socket, head, port: options.serverPort });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const stop = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { port: (server.address() as AddressInfo).port, stop };
}

interface Mint {
  readonly token: string;
  readonly halfKey: Buffer;
}

/** Only for the window that knows the token: other pages of the same browser reach this port too. */
function mintKey(request: IncomingMessage, response: ServerResponse, { token, halfKey }: Mint): void {
  const cookies = (request.headers.cookie ?? '').split(';').map(cookie => cookie.trim());
  if (!cookies.includes(`vscode-tkn=${token}`)) response.writeHead(403).end();
  else response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(halfKey);
}

function passOn(request: IncomingMessage, response: ServerResponse, port: number): void {
  const { method, url: path, headers } = request;
  const onward = sendRequest({ host: '127.0.0.1', port, method, path, headers }, answer => {
    response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
    answer.pipe(response);
  });
  onward.on('error', () => {
    if (response.headersSent) response.destroy();
    else response.writeHead(502).end();
  });
  response.on('close', () => onward.destroy());
  request.pipe(onward);
}

/** A request that becomes a WebSocket, and the port that it is passed on to. */
interface Upgrade {
  readonly socket: Duplex;
  /** The first bytes behind the request, if there were any. */
  readonly head: Buffer;
  readonly port: number;
}

/** After its first request a WebSocket is only bytes, both ways. */
function passOnSocket(request: IncomingMessage, { socket, head, port }: Upgrade): void {
  const onward = connect(port, '127.0.0.1', () => {
    onward.write(`GET ${request.url ?? '/'} HTTP/1.1\r\n${headerLines(request.rawHeaders)}\r\n`);
    onward.write(head);
    socket.pipe(onward).pipe(socket);
  });
  socket.on('error', () => onward.destroy());
  onward.on('error', () => socket.destroy());
  socket.on('close', () => onward.destroy());
  onward.on('close', () => socket.destroy());
}

function headerLines(rawHeaders: readonly string[]): string {
  return rawHeaders.map((text, index) => text + (index % 2 === 0 ? ': ' : '\r\n')).join('');
}
