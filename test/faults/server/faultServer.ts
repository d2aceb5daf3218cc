import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { tlsKey } from '../../providers/certificates.ts';
import { readRequests, type Received } from '../../support/readRequests.ts';
import { exchangeOn, type Exchange } from './exchange.ts';

/** What a server does with each request. */
export type Serve = (exchange: Exchange) => void | Promise<void>;

export interface ServerOptions {
  readonly serve: Serve;
  /** What it does with a connection before anything is read of it; false: it reads nothing at all. Default: it reads. */
  readonly greet?: (socket: Socket, number: number) => boolean;
  /** Speaks TLS and shows this certificate. */
  readonly certificate?: string;
  /** Where it listens. Default 127.0.0.1. */
  readonly host?: string;
  readonly port?: number;
  /** Called whenever anything happens on a connection. */
  readonly onStir?: () => void;
}

/** A server on raw sockets that does exactly what a row tells it to, and counts what reaches it. */
export interface FaultServer {
  readonly port: number;
  readonly requests: readonly Received[];
  /** Connections that were ever made. */
  readonly connections: number;
  /** Reads on where it had stopped reading: only then does it see who has hung up. */
  readOn(): void;
  /** Connections that are open although what was asked on them was not answered whole. */
  readonly unsettled: number;
  stop(): Promise<void>;
}

export async function startFaultServer(options: ServerOptions): Promise<FaultServer> {
  const state = new State(options);
  const server = options.certificate
    ? createTlsServer({ key: tlsKey, cert: options.certificate }, socket => state.accept(socket))
    : createServer(socket => state.accept(socket));
  server.on('tlsClientError', () => options.onStir?.()); // turning away is what the client may be meant to do
  server.listen(options.port ?? 0, options.host ?? '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    requests: state.requests,
    get connections() {
      return state.connections;
    },
    readOn: () => state.readOn(),
    get unsettled() {
      return state.unsettled.size;
    },
    stop: () => state.stop(server),
  };
}

class State {
  readonly requests: Received[] = [];
  readonly unsettled = new Set<Socket>();
  connections = 0;
  readonly #sockets = new Set<Socket>();
  readonly #options: ServerOptions;

  constructor(options: ServerOptions) {
    this.#options = options;
  }

  accept(socket: Socket): void {
    const { greet, onStir } = this.#options;
    this.connections += 1;
    onStir?.();
    socket.setNoDelay(true); // or a second small write waits for 40 ms, and the clock would take that for the end of it
    this.#sockets.add(socket);
    this.unsettled.add(socket);
    for (const event of ['data', 'drain', 'end', 'close']) {
      if (event !== 'data' || !greet) socket.on(event, () => onStir?.());
    }
    socket.on('error', () => undefined); // who is hung up on has nothing to add
    socket.on('close', () => {
      this.#sockets.delete(socket);
      this.unsettled.delete(socket);
    });
    if (greet?.(socket, this.connections) ?? true) readRequests(socket, request => this.#serve(socket, request));
  }

  readOn(): void {
    for (const socket of this.unsettled) socket.resume();
  }

  async stop(server: Server): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  }

  #serve(socket: Socket, request: Received): void {
    this.requests.push(request);
    this.unsettled.add(socket);
    const settled = () => void this.unsettled.delete(socket);
    const { serve, onStir } = this.#options;
    void serve(exchangeOn(socket, { request, number: this.requests.length, settled, ...(onStir && { onStir }) }));
  }
}
