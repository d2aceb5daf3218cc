import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { closeSocket } from './socket.ts';

const LOOPBACK = '127.0.0.1';

/** One port on loopback that can really be closed, so that connections are refused, and opened again. */
export class Listener {
  readonly #handle: RequestListener;
  readonly #sockets = new Set<Socket>();
  readonly #closing: Promise<unknown>[] = [];
  #server: Server | undefined;
  #port = 0;

  constructor(handle: RequestListener) {
    this.#handle = handle;
  }

  /** Like `http://127.0.0.1:54321`; the port stays the same while closed. */
  get origin(): string {
    return `http://${LOOPBACK}:${this.#port}`;
  }

  get openSockets(): number {
    return this.#sockets.size;
  }

  /** Listens for the first time; rejects when the port is taken. 0 picks a free one. */
  async start(port: number): Promise<void> {
    const server = this.#listen(port);
    await once(server, 'listening');
    const { port: given } = server.address() as AddressInfo;
    this.#port = given;
  }

  /** Listens again on the same port. Where something else has taken the port meanwhile, it stays closed. */
  open(): void {
    if (this.#server !== undefined) return;
    const server = this.#listen(this.#port);
    server.once('error', () => {
      if (this.#server === server) this.#server = undefined;
    });
  }

  /** From now on connections are refused; open ones are closed. */
  close(): void {
    const server = this.#server;
    if (server === undefined) return;
    this.#server = undefined;
    const closed = new Promise(resolve => server.close(resolve));
    this.#closing.push(closed);
    for (const socket of this.#sockets) closeSocket(socket, 'destroy');
  }

  /** Closes for good; resolves when nothing is left open. */
  async stop(): Promise<void> {
    this.close();
    await Promise.all(this.#closing);
  }

  #listen(port: number): Server {
    const server = createServer({ keepAliveTimeout: 5_000, requestTimeout: 0 }, this.#handle);
    server.on('connection', socket => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
    this.#server = server;
    return server.listen(port, LOOPBACK);
  }
}
