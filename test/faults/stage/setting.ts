import type { QuestionChanges } from '../../support/scripted.ts';
import type { Target } from '../../../src/core/model/target.ts';
import type { RateLimit } from '../../../src/core/resilience/limiters.ts';
import type { ServerOptions } from '../server/faultServer.ts';
import type { ProxyManner } from '../server/tunnel.ts';
import type { WorldBudget } from './budgetOf.ts';
import type { Play } from './replies.ts';
import type { AdapterName } from './wires.ts';

/** Where a row plays: the server, the target, the question and the world around them. */
export interface Setting {
  /** What the server does with each request. */
  readonly serve?: Play;
  /** Where the fault is not in the responses: the server's connections, certificate and place, or no server at all. */
  readonly server?: Partial<Omit<ServerOptions, 'serve' | 'onStir'>> | 'none' | 'blackhole';
  /** What is different about the target. */
  readonly target?: (at: { readonly port: number; readonly wire: AdapterName }) => Partial<Target>;
  /** What is different about the question. */
  readonly question?: QuestionChanges;
  /** What is different about the world: a resolver, a proxy, time that flows. */
  readonly world?: FaultWorld;
}

/** What is different about everything else. Default: nothing. */
export interface FaultWorld {
  /** Name → addresses, in place of DNS; 'hangs' never answers. */
  readonly resolver?: Readonly<Record<string, readonly string[] | 'hangs' | ResolverError>>;
  /** The certificate that is trusted as an issuer. */
  readonly trusted?: string;
  /** What the proxy in between says to CONNECT. */
  readonly proxy?: ProxyManner | 'refused';
  /** In place of the host's fetch. */
  readonly fetch?: typeof globalThis.fetch;
  /** Length of the question, in characters. */
  readonly words?: number;
  /** The keys that the key store gives, one at each question; the last one for ever. */
  readonly keys?: readonly string[];
  /** What our own measure of the server allows. Default: everything. */
  readonly rates?: RateLimit;
  /** Weight at which the circuit opens. Default: so high that no scene opens it. */
  readonly failureThreshold?: number;
  /** What may be spent, and what happens when that is used up. Default: nothing is counted. */
  readonly budget?: WorldBudget;
  /** How alike a similar question must be. Default: none is. */
  readonly similarity?: number;
  /** Real time passes as well. */
  readonly flowing?: boolean;
  /** How many quiet turns of the event loop mean that nothing happens any more; more where threads work. */
  readonly quietTurns?: number;
  /** What the local wall clock says. */
  readonly wallMs?: number;
  /** Milliseconds from the question to its deadline. Default: 35 000, as of the class 'standard'. */
  readonly totalMs?: number;
}

/** How a name fails to resolve, by Node's code. */
export type ResolverError = 'EAI_AGAIN' | 'ENOTFOUND';
