import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FaultName, FaultOptions } from '../../practice/exchange/fault.ts';
import type { ProviderName } from '../../practice/exchange/request.ts';
import { startPractice, type Practice, type PracticeOptions } from '../../practice/server.ts';
import type { Stage } from '../../test/scenes/support/scene.ts';

/** The peers of one run in an editor: the practice providers and the canary. */
export interface RunningStage extends Stage {
  /** Where tests steer the practice providers and see what arrived: see `test/scenes/support/practice.ts`. */
  readonly control: string;
  stop(): Promise<void>;
}

/** Starts the peers of one run. */
export async function setStage(options: PracticeOptions): Promise<RunningStage> {
  const practice = await startPractice(options);
  const sung: string[] = [];
  const canary = createServer((request, response) => {
    sung.push(`${request.method ?? ''} ${request.url ?? ''}`);
    response.writeHead(418).end();
  });
  const control = createControl(practice, sung);
  return {
    practice,
    canary: await listen(canary),
    control: await listen(control),
    async stop() {
      close(control);
      close(canary);
      await practice.stop();
    },
  };
}

/** `POST /NAME` with a list of arguments as JSON calls that function; the answer is what it returned, as JSON. */
function createControl(practice: Practice, sung: readonly string[]): Server {
  const functions: Readonly<Record<string, (...given: never[]) => unknown>> = {
    press: (key: string) => practice.press(key),
    fault: (provider: ProviderName, fault: FaultName, options?: FaultOptions) =>
      practice.fault(provider, fault, options),
    heal: (provider?: ProviderName) => practice.heal(provider),
    requests: () => practice.requests,
    openSockets: () => practice.openSockets(),
    clear: () => practice.clear(),
    sung: () => sung,
  };
  return createServer((request, response) => {
    request.toArray().then(
      chunks => {
        const call = functions[request.url?.slice(1) ?? ''];
        const given = JSON.parse(Buffer.concat(chunks as Buffer[]).toString()) as never[];
        response.end(JSON.stringify(call?.(...given) ?? null));
      },
      (error: unknown) => response.destroy(error as Error),
    );
  });
}

/** Listens on a free loopback port and gives the address. */
async function listen(server: Server): Promise<string> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

function close(server: Server): void {
  server.close();
  server.closeAllConnections();
}
