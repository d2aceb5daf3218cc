import type { FailureKind } from '../../../core/model/failure.ts';
import type { Found } from '../found/doctorFinding.ts';

/** Whom a finding is about. */
export interface AboutServer {
  /** With the port, where it is not the usual one; of models of other extensions 'vscode-lm'. */
  readonly host: string;
  /** Ids of the targets there, and what people call them. */
  readonly targets: readonly string[];
  readonly labels: readonly string[];
}

/** What a server was asked, or what was looked at on the way. */
export type ServerStep = 'key' | 'name' | 'certificate' | 'models';

/** Why a server was not asked. */
export type NotAsked =
  /** The workspace is not trusted. */
  | 'restricted'
  | 'local-only'
  /** The user has not yet agreed that anything is sent there. */
  | 'not-confirmed'
  /** So many servers are not asked at once. */
  | 'too-many';

type ServerFound<Code extends string> = Found<'servers', Code> & AboutServer;

/** A failure as data. */
export interface FailureFacts {
  readonly kind: FailureKind;
  /** The finer code within the kind. */
  readonly reason?: string;
  readonly status?: number;
  readonly port?: number;
}

/** A certificate as a server has shown it. */
export interface CertificateFacts {
  /** 'TLSv1.3'. */
  readonly protocol: string;
  /** Who has issued it: behind a company's proxy the company. */
  readonly issuer: string;
  /** Until it ends, rounded down. */
  readonly daysLeft: number;
}

/** What can be found about a server. */
export type ServerFinding =
  | (ServerFound<'not-asked'> & { readonly because: NotAsked })
  | (ServerFound<'key-saved'> & { readonly count: number })
  | ServerFound<'no-key-needed'>
  | ServerFound<'no-key'>
  /** None is sent there, and the server asks for one. */
  | ServerFound<'key-wanted'>
  | ServerFound<'key-lost'>
  | ServerFound<'key-unreadable'>
  /** How many addresses of each family the name has. */
  | (ServerFound<'name'> & { readonly ipv4: number; readonly ipv6: number })
  /** `isReached`: the server has answered nevertheless. */
  | (ServerFound<'name-failed'> & FailureFacts & { readonly isReached: boolean })
  | (ServerFound<'certificate'> & CertificateFacts)
  | (ServerFound<'certificate-failed'> & FailureFacts & { readonly isReached: boolean })
  | ServerFound<'by-proxy'>
  /** `key`: which of several, from 1. */
  | (ServerFound<'answered'> & { readonly models: number; readonly tookMs: number; readonly key?: number })
  | (ServerFound<'failed'> & FailureFacts & { readonly key?: number })
  | (ServerFound<'no-list'> & { readonly status: number })
  | (ServerFound<'model'> & { readonly target: string; readonly model: string; readonly isListed: boolean })
  /** How far the server's clock is before this one; `isAlone`: another server agrees with this clock. */
  | (ServerFound<'clock'> & { readonly skewMs: number; readonly isAlone: boolean })
  | (ServerFound<'late'> & { readonly step: ServerStep; readonly limitMs: number });
