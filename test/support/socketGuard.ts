import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';

/*
 * Loaded before every test, in plain Node and in the extension host: whatever connects to anywhere but this machine is stopped, named, and fails its test file. What
 * the tests configure is always a server of their own on loopback, so nothing else may ever be contacted.
 */

const isLoopback = (address: string): boolean =>
  address === '::1' || /^(?:::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(address);

/** Addresses beyond this machine that something tried to connect to. */
export const strangers = new Set<string>();

subscribe('net.client.socket', message => {
  const { socket } = message as { readonly socket: Socket };
  socket.on('connectionAttempt', (address: string, port: number) => {
    if (isLoopback(address)) return;
    strangers.add(`${address}:${port}`);
    const stranger = new Error(`socket guard: ${address}:${port} is not this machine`);
    process.nextTick(() => socket.destroy(stranger)); // not in the middle of connecting
  });
});

process.on('exit', () => {
  if (strangers.size === 0) return;
  console.error(`socket guard: something was to be sent to ${[...strangers].join(', ')}`);
  process.exitCode = 1;
});
