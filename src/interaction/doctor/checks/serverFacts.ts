import type { Clock } from '../../../core/model/clock.ts';
import type { Failure } from '../../../core/model/failure.ts';
import type { Target } from '../../../core/model/target.ts';
import type { AboutServer, CertificateFacts, ServerStep } from './serverFinding.ts';

/** What a server said when it was asked for its models. */
export interface ServerReply {
  /** In the server's order; undefined: there was a failure. */
  readonly models?: readonly string[];
  readonly failure?: Failure;
  /** The status of its reply, also of a refusal; undefined: there was none. */
  readonly status?: number;
  /** Milliseconds until the head of the reply, or until it failed. */
  readonly tookMs: number;
  /** What time it was by the server's clock when it replied, and by ours, wall-clock ms; undefined: it does not say. */
  readonly time?: { readonly serverMs: number; readonly hereMs: number };
}

/** How servers are looked at; each rejects with a Failure, and ends with its signal. */
export interface ServerProbes {
  readonly lookUp: (host: string, signal: AbortSignal) => Promise<{ readonly ipv4: number; readonly ipv6: number }>;
  readonly certificate: (origin: string, signal: AbortSignal) => Promise<CertificateFacts>;
  /** Reads a saved key and gives none of it away; `name` as the user called it. */
  readonly readKey: (target: Target, name: string) => Promise<void>;
  /** One GET for the list of models, with this key: nothing of the user's code, nothing that is billed. Rejects only when the signal aborts. */
  readonly listModels: (target: Target, name: string, signal: AbortSignal) => Promise<ServerReply>;
}

/** What looking at the servers needs of the world. */
export interface ServerFacts extends ServerProbes {
  readonly clock: Clock;
  /** Those that are asked, in order, and those that are only listed. */
  readonly targets: readonly Target[];
  readonly isTrusted: boolean;
  readonly isLocalOnly: boolean;
  /** Has the user agreed that something is sent there? */
  readonly isConfirmed: (target: Target) => boolean;
  /** Names of the keys that are saved for an origin, in the order in which they are used. */
  readonly keyNames: (origin: string) => readonly string[];
  readonly takesProxy: (target: Target) => boolean;
}

/** Targets behind one address that are asked in one way. */
export interface ServerGroup {
  readonly about: AboutServer;
  /** The first of them. */
  readonly target: Target;
  readonly targets: readonly Target[];
}

/** Models of other extensions are asked for inside of VS Code. */
export const isInside = ({ origin }: Pick<Target, 'origin'>): boolean => !origin.includes('//');

/** Longest wait for each step, ms: together they end before the whole look does. */
export const stepLimitsMs = { key: 3_200, name: 2_500, certificate: 3_500, models: 4_200 } as const satisfies Record<
  ServerStep,
  number
>;

/** One reply for each saved key. */
export interface KeyReply {
  /** Which of several keys, from 1; undefined: there is one, or none. */
  readonly key?: number;
  readonly reply: ServerReply;
  /** Not asked: the user has not agreed, or there is no key. */
  readonly isHeld?: 'not-confirmed';
  readonly isLate?: boolean;
}
