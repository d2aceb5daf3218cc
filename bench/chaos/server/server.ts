import { once } from 'node:events';
import path from 'node:path';
import { firstReport, startProcess } from '../../harness/processes.ts';
import type { WireName } from '../../support/streams.ts';
import type { Regime } from './regime.ts';

/** Requests that reached the first and the second provider, by `regime/side`. */
export type Requests = Readonly<Record<string, readonly [first: number, second: number]>>;

export interface ChaosServer {
  readonly ports: readonly [first: number, second: number];
  requests(): Promise<Requests>;
  stop(): void;
}

/** Starts the two scripted providers. */
export async function startChaosServer(): Promise<ChaosServer> {
  const child = startProcess(path.join(import.meta.dirname, 'serverProcess.ts'));
  const { ports } = (await firstReport(child)) as Pick<ChaosServer, 'ports'>;
  return {
    ports,
    async requests() {
      child.send('tell');
      const [told] = (await once(child, 'message')) as [Requests];
      return told;
    },
    stop: () => void child.kill(),
  };
}

/** Who asks, and how it is treated. */
export interface Treatment {
  readonly side: string;
  readonly regime: Regime;
}

/** Where a side finds a provider that treats it so. */
export const baseUrlAt = (port: number, wire: WireName, { side, regime }: Treatment): string =>
  `http://127.0.0.1:${port}/${regime}/${side}${wire === 'openai' ? '/v1' : ''}`;
