import path from 'node:path';
import { firstReport, startProcess } from '../harness/processes.ts';
import type { WireName } from './streams.ts';

/** 'paced': an answer event by event. 'burst': 2 000 deltas at once. 'flood': 20 000. */
export type Manner = 'paced' | 'burst' | 'flood';

export interface StreamServer {
  /** The base URL at which a wire is spoken in this manner. */
  readonly baseUrl: (wire: WireName, manner: Manner) => string;
  stop(): void;
}

/** Starts the server that both sides of a contest ask. */
export async function startStreamServer(): Promise<StreamServer> {
  const child = startProcess(path.join(import.meta.dirname, 'streamServerProcess.ts'));
  const { port } = (await firstReport(child)) as { readonly port: number };
  return {
    baseUrl: (wire, manner) => `http://127.0.0.1:${port}/${manner}${wire === 'openai' ? '/v1' : ''}`,
    stop: () => void child.kill(),
  };
}
