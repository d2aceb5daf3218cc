import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/** What a proxy says to CONNECT. */
export type ProxyManner = '407 Proxy Authentication Required' | '502 Bad Gateway' | '403 Forbidden';

/** A CONNECT proxy on loopback that lets nobody through. */
export interface Tunnel {
  readonly url: string;
  stop(): Promise<void>;
}

export async function startTunnel(manner: ProxyManner): Promise<Tunnel> {
  const sockets = new Set<Socket>();
  const server = createServer(socket => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined); // who is hung up on has nothing to add
    socket.once('data', () =>
      socket.end(`HTTP/1.1 ${manner}\r\nproxy-authenticate: Basic\r\ncontent-length: 0\r\n\r\n`),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
