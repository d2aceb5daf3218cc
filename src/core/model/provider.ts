import type { Ask } from './layer.ts';
import type { Clock } from './clock.ts';
import type { Target } from './target.ts';
import type { LearntFacts } from './learntFacts.ts';

/** What a provider needs to know to reach a server, without a model: enough to list the models that it has. */
export type Endpoint = Pick<Target, 'provider' | 'origin' | 'baseUrl' | 'auth' | 'keyNames' | 'loopback'>;

/** What a provider needs of the world. */
export interface Ports {
  /**
   * The key of a target, asked for at every call and never kept; undefined: none is stored. May throw
   * Failure('key-store'). Not called when `auth` is 'none'.
   */
  key(target: Endpoint): Promise<string | undefined>;
  readonly clock: Clock;
  /** Default: the host's global `fetch`, looked up at every call, because VS Code patches it for proxies and certificates. */
  readonly fetch?: typeof globalThis.fetch;
  /** What is known of the target, and what is learnt. Default: nothing yet. */
  readonly facts?: LearntFacts;
}

/** One protocol by which models are asked. Stateless: what is learnt of a target lives in its facts. */
export interface Provider {
  /** What `Target.provider` says. */
  readonly name: string;
  /**
   * The Ask of one target. Never throws; a target that cannot be asked rejects each question with a Failure.
   * Makes at most one request per question and never retries.
   */
  createAsk(target: Target, ports: Ports): Ask;
  /** Ids of the models behind an address, in the server's order. Rejects with a Failure. */
  listModels(endpoint: Endpoint, ports: Ports, signal: AbortSignal): Promise<readonly string[]>;
}

/** What can be known of a provider without loading it. */
export interface ProviderFacts {
  /** What `Target.provider` says. */
  readonly name: string;
  /** What people call it. */
  readonly label: string;
  /** Where requests go when the user names no address; undefined: the user must. */
  readonly baseUrl?: string;
  /** Stands for an address where there is none. Then no key is used. */
  readonly fixedOrigin?: string;
  /** How the key is sent when the user says nothing. */
  readonly auth: 'bearer' | 'api-key' | 'none';
  /** The environment variable that usually holds a key for it. */
  readonly keyVariable?: string;
}
