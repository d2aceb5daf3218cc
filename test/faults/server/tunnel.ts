import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { TLSSocket, createSecureContext, type SecureVersion } from 'node:tls';
import { tlsKey } from '../../providers/certificates.ts';

/** How a proxy refuses a CONNECT, or what it does with what it should only pass on. */
export type ProxyManner =
  '407 Proxy Authentication Required' | '502 Bad Gateway' | '403 Forbidden' | 'passes on' | Interception;

/** A proxy that answers in the server's place. */
export interface Interception {
  /** What it says to CONNECT, whole. Default: that the way is open. */
  readonly says?: string;
  /** Opens the connection with these certificates, the server's first. Default: it answers without TLS. */
  readonly certificate?: string;
  /** The newest version of TLS that it speaks. Default: any. */
  readonly newest?: SecureVersion;
  /** What it says to the first bytes that come through the way; it hangs up then. */
  readonly answers?: string;
  /** Its authority is trusted: it may read the question. */
  readonly isTrusted?: true;
}

/** A CONNECT proxy on loopback, and what it could read. */
export interface Tunnel {
  readonly url: string;
  /** All that came, as it came and, where it could open that, opened. */
  heard(): string;
  stop(): Promise<void>;
}

const isOpen = 'HTTP/1.1 200 Connection Established\r\n\r\n';
const refusal = (manner: string): string =>
  `HTTP/1.1 ${manner}\r\nproxy-authenticate: Basic\r\ncontent-length: 0\r\n\r\n`;

export async function startTunnel(manner: ProxyManner): Promise<Tunnel> {
  const sockets = new Set<Socket>();
  const heard: string[] = [];
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined); // who is hung up on has nothing to add
  };
  const server = createServer(socket => {
    keep(socket);
    socket.once('data', asked => {
      heard.push(asked.toString('latin1'));
      if (manner === 'passes on') return passOn(socket, asked, { keep, heard });
      if (typeof manner === 'string') return void socket.end(refusal(manner));
      intercept(socket, manner, { keep, heard });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard: () => heard.join(''),
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

interface Listening {
  readonly keep: (socket: Socket) => void;
  readonly heard: string[];
}

/** To the port that was named, on this machine whatever the name. */
function passOn(socket: Socket, asked: Buffer, { keep, heard }: Listening): void {
  const port = Number(/^CONNECT \S+:(\d+) /.exec(asked.toString('latin1'))?.[1]);
  const onward = connect(port, '127.0.0.1', () => {
    socket.write(isOpen);
    socket.on('data', (data: Buffer) => void heard.push(data.toString('latin1')));
    socket.pipe(onward).pipe(socket);
  });
  keep(onward);
  onward.on('error', () => socket.destroy());
  socket.on('close', () => onward.destroy());
}

function intercept(socket: Socket, manner: Interception, { keep, heard }: Listening): void {
  const { says = isOpen, certificate, newest, answers } = manner;
  socket.write(says, 'latin1');
  const opened = certificate === undefined ? socket : opening(socket, certificate, newest);
  if (opened !== socket) keep(opened);
  opened.on('data', (data: Buffer) => void heard.push(data.toString('latin1')));
  if (answers !== undefined) opened.once('data', () => opened.end(answers, 'latin1'));
}

function opening(socket: Socket, certificate: string, newest: SecureVersion | undefined): TLSSocket {
  const secureContext = createSecureContext({
    key: tlsKey,
    cert: certificate,
    // whoever speaks nothing newer takes weaker ciphers, too
    ...(newest && { minVersion: 'TLSv1', maxVersion: newest, ciphers: 'DEFAULT@SECLEVEL=0' }),
  });
  return new TLSSocket(socket, { isServer: true, secureContext });
}
