import type { AttemptNote, Question, SkipReason, Spent } from '../../../src/core/model/ask.ts';
import type { FailureKind } from '../../../src/core/model/failure.ts';
import type { Target } from '../../../src/core/model/target.ts';
import type { RateLimit } from '../../../src/core/resilience/limiters.ts';
import type { ServerOptions } from '../server/faultServer.ts';
import type { ProxyManner } from '../server/tunnel.ts';
import type { WorldBudget } from './budgetOf.ts';
import type { Stage } from './faultStage.ts';
import type { Play } from './replies.ts';
import type { WireName } from './wires.ts';

/** One row of the fault matrix, as data: what goes wrong, and what must come of it. */
export interface Row {
  /** Its number in the matrix. A row of several cases stands here several times. */
  readonly id: `F${number}`;
  /** Which of several cases: '504', 'reset'. */
  readonly variant?: string;
  /** What must happen, as a sentence. */
  readonly title: string;
  /** 'none': it is not about a wire and runs once. Default: all three. */
  readonly wires?: readonly WireName[] | 'none';
  /** Tests elsewhere that hold it: file below test/, and name, as it is written there. */
  readonly heldBy?: readonly (readonly [file: string, name: string])[];
  /** Why it cannot be shown yet. It is still played, and printed by name. */
  readonly pending?: string;
  /** What the server does with each request. */
  readonly serve?: Play;
  /** Where the fault is not in the responses: the server's connections, certificate and place, or no server at all. */
  readonly server?: Partial<Omit<ServerOptions, 'serve' | 'onStir'>> | 'none' | 'blackhole';
  /** What is different about the target. */
  readonly target?: (at: { readonly port: number; readonly wire: WireName }) => Partial<Target>;
  /** What is different about the question. */
  readonly question?: Partial<Question>;
  /** What is different about the world: a resolver, a proxy, time that flows. */
  readonly world?: World;

  /** The target is the only one, and nobody watches the answer being written. */
  readonly alone?: Expected;
  /** A healthy target at another origin comes after it. */
  readonly backup?: Expected;
  /** A healthy target at the *same* origin comes after it. */
  readonly neighbour?: Expected;
  /** The only target, and the user watches. */
  readonly watched?: Expected;
  /** The user watches, and a healthy target comes after it. */
  readonly watchedBackup?: Expected;
  /** A course of events of its own; it gives what is compared with `played`. */
  readonly course?: (stage: Stage) => Promise<unknown>;
  /** Who comes after the target in that course. Default: nobody. */
  readonly courseWith?: 'backup';
  readonly played?: unknown;
}

export interface World {
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

export type ResolverError = 'EAI_AGAIN' | 'ENOTFOUND';

/** What must come of a question. Everything is compared; what is left out has the default that stands here. */
export interface Expected {
  /** How the question ends. Default: 'answered'. */
  readonly ends?: 'answered' | 'refused' | 'length' | FailureKind;
  /** Finer code of the target's last failure: with its kind, the message's key. Default: not compared. */
  readonly code?: string;
  /** Who answers. Default: 'backup' where there is one, else 'target'. */
  readonly by?: 'target' | 'backup' | 'nobody';
  /** Requests that arrive whole at the target's server. */
  readonly requests: number;
  /** Attempts that the client made at it. Default: as many as requests. */
  readonly attempts?: number;
  /** How each attempt at it ended. Default: not compared. */
  readonly outcomes?: readonly AttemptNote['outcome'][];
  /** Weight of what counts against its circuit. Default 0. */
  readonly trips?: number;
  /** The gate that closes for it, and for how long, ms. Default: none. */
  readonly gate?: SkipReason;
  readonly gateMs?: number;
  /** What each failed attempt costs. Default 'nothing'. One that answers costs 'exact'. */
  readonly spent?: Spent;
  /** What the answer of the target costs. Default 'exact'. */
  readonly answerSpent?: Spent;
  /** Is its answer remembered? Default: when it is a whole one. */
  readonly stored?: boolean;
  /** The answer's text. Default: the healthy one. */
  readonly text?: string;
  /** The text that remains, marked as incomplete. */
  readonly partial?: string;
  /** What the user watches: text, and '|' where another target begins anew. */
  readonly shown?: string;
  /** What the failure quotes of the server. */
  readonly said?: string | null;
  /** Data for the words, as far as named here. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** Connections that stay open for a while after the end. Default 0. */
  readonly leavesSockets?: number;
  /** Virtual ms from the question to its end: exactly, or from–to. */
  readonly tookMs?: number | readonly [from: number, to: number];
}
