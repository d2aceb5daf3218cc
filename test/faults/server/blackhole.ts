import { connect, type Socket } from 'node:net';
import { Worker } from 'node:worker_threads';

/** An address that takes a connection's first packet and never answers it, as a firewall does. */
export interface Blackhole {
  readonly port: number;
  stop(): Promise<void>;
}

// a listener in a thread that sleeps: the kernel fills its short backlog, and drops what comes after
const listener = `
  const { parentPort } = require('node:worker_threads');
  const server = require('node:net').createServer();
  server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
    parentPort.postMessage(server.address().port);
    setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
  });`;

export async function openBlackhole(): Promise<Blackhole> {
  const worker = new Worker(listener, { eval: true });
  const port = await new Promise<number>((resolve, reject) => worker.once('message', resolve).once('error', reject));
  const fillers: Socket[] = [];
  for (let full = false; !full && fillers.length < 20;) {
    const filler = connect(port, '127.0.0.1').on('error', () => undefined); // it is only there to take a place
    fillers.push(filler);
    full = await new Promise<boolean>(resolve => {
      filler.once('connect', () => resolve(false));
      setTimeout(() => resolve(true), 100);
    });
  }
  return {
    port,
    async stop() {
      for (const filler of fillers) filler.destroy();
      await worker.terminate();
    },
  };
}
