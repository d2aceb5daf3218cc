import { createAnswerer } from './answers/answerer.ts';
import type { House } from './exchange/exchange.ts';
import type { FaultName, FaultOptions } from './exchange/fault.ts';
import { type Handle, Provider } from './exchange/provider.ts';
import { readTranscript } from './exchange/replay.ts';
import { type OpenRequest, type PracticeRequest, type ProviderName, recordOf } from './exchange/request.ts';
import { serve } from './exchange/serve.ts';
import { Keyboard, type KeyTitle } from './keyboard.ts';
import { PromptCache } from './model/promptCache.ts';
import type { Wire } from './wires/wire.ts';
import { anthropicWire } from './wires/anthropic.ts';
import { openaiWire } from './wires/openai.ts';

/** How the practice providers are played. */
export interface PracticeOptions {
  /** Whether the two clouds want a key of the form `practice-…`; the local server never does. Default false. */
  readonly requireKey?: boolean;
  /** Factor on the delays of an answer: 1 (default) about 150 ms to the first piece and 15 ms between pieces, 0 none. */
  readonly speed?: number;
  /** Path of a recorded stream that is played as every answer on its wire. */
  readonly replay?: string;
  /** Folder with `openai/` and `anthropic/` recordings, played by models named `replay:<file name>`. */
  readonly transcripts?: string;
  /** Monotonic ms, by which prompts are forgotten. Default: this machine's. */
  readonly now?: () => number;
  /** On the Anthropic wire prompts with fewer tokens are not remembered. Default 1024. */
  readonly leastCachedTokens?: number;
  /** Ports; default 0, a free one. */
  readonly ports?: Readonly<Partial<Record<ProviderName, number>>>;
}

/** Providers of models that answer by rules and fail on command. They run on this machine, and no model is asked. */
export interface Practice {
  /** Like `http://127.0.0.1:54321`. Base URL on the OpenAI wire: origin + '/v1'; on the Anthropic wire: the origin. */
  readonly origins: Readonly<Record<ProviderName, string>>;
  /** Whether the two clouds want a key. */
  readonly requireKey: boolean;
  /** What `press` understands, in the order of a legend. */
  readonly keys: readonly KeyTitle[];
  /** Does what a key of the terminal stands for; returns what was done, for the terminal. */
  press(key: string): string;
  /** Puts a fault in force at one provider, in place of the one before. */
  fault(provider: ProviderName, fault: FaultName, options?: FaultOptions): void;
  /** Ends the fault of one provider, or of all. */
  heal(provider?: ProviderName): void;
  /** Every request since the start or the last `clear`, in order of arrival. */
  readonly requests: readonly PracticeRequest[];
  /** Connections that are open now, at all providers. */
  openSockets(): number;
  /** Forgets the requests so far; faults stay. */
  clear(): void;
  /** Closes every port and connection; resolves when nothing is left open. */
  stop(): Promise<void>;
}

/** Starts the practice providers on loopback; rejects when a port that was asked for is taken. */
export async function startPractice(options: PracticeOptions = {}): Promise<Practice> {
  const requests: OpenRequest[] = [];
  const house: House = {
    requireKey: options.requireKey ?? false,
    speed: options.speed ?? 1,
    transcript: options.replay === undefined ? undefined : readTranscript(options.replay),
    transcripts: options.transcripts,
    answer: createAnswerer(),
  };
  const handle: Handle = (provider, request, response) => {
    const record = recordOf(provider.name, request);
    requests.push(record);
    void serve({ provider, request, response, record, house });
  };
  const { now = () => performance.now(), leastCachedTokens = 1_024 } = options;
  const speaking = (wire: Wire) => ({ wire, promptCache: new PromptCache(now, leastCachedTokens) });
  const providers = {
    openai: new Provider('openai', speaking(openaiWire), handle),
    anthropic: new Provider('anthropic', speaking(anthropicWire), handle),
    local: new Provider('local', speaking(openaiWire), handle),
  };
  await startAll(Object.values(providers), options.ports ?? {});
  return createPractice(providers, requests, house.requireKey);
}

async function startAll(providers: readonly Provider[], ports: NonNullable<PracticeOptions['ports']>): Promise<void> {
  const started = await Promise.allSettled(providers.map(({ name, listener }) => listener.start(ports[name] ?? 0)));
  const failed = started.find(result => result.status === 'rejected');
  if (failed === undefined) return;
  await Promise.all(providers.map(({ listener }) => listener.stop()));
  throw failed.reason;
}

function createPractice(
  providers: Readonly<Record<ProviderName, Provider>>,
  requests: OpenRequest[],
  requireKey: boolean,
): Practice {
  const all = Object.values(providers);
  const keyboard = new Keyboard(providers);
  return {
    origins: {
      openai: providers.openai.listener.origin,
      anthropic: providers.anthropic.listener.origin,
      local: providers.local.listener.origin,
    },
    requireKey,
    keys: keyboard.keys,
    press: key => keyboard.press(key),
    fault: (provider, fault, options = {}) => providers[provider].break(fault, options),
    heal: provider => (provider === undefined ? all : [providers[provider]]).forEach(one => one.heal()),
    requests,
    openSockets: () => all.reduce((sum, { listener }) => sum + listener.openSockets, 0),
    clear: () => {
      requests.length = 0;
    },
    stop: async () => {
      await Promise.all(all.map(({ listener }) => listener.stop()));
    },
  };
}
