import type { Socket } from 'node:net';

const closedByUs = new WeakSet<Socket>();

/** Closes a connection from the server's side; a client that does it itself is told apart from this. */
export function closeSocket(socket: Socket | null, how: 'end' | 'reset' | 'destroy'): void {
  if (socket === null) return;
  closedByUs.add(socket);
  if (how === 'end') socket.end();
  else if (how === 'reset') socket.resetAndDestroy();
  else socket.destroy();
}

/** Whether the server has closed this connection. */
export function isClosedByUs(socket: Socket): boolean {
  return closedByUs.has(socket);
}
