import type { Failure } from './failure.ts';

export type AnswerEvent =
  /** The connection stands. */
  | { readonly kind: 'connected' }
  /** The request's bytes have left: from here on it may be billed. */
  | { readonly kind: 'sent' }
  /** What the server says of its limits, by its own headers. */
  | { readonly kind: 'limits'; readonly limits: ServerLimits }
  /** The model reasons; it is progress, not answer text. */
  | { readonly kind: 'thinking' }
  | { readonly kind: 'text'; readonly text: string }
  /** What was shown so far belongs to a target that failed; another, by its label, begins anew. Only `fallback` says this. */
  | { readonly kind: 'restart'; readonly because: Failure; readonly next: string };

/** What a server says it still takes, of requests and of tokens, and when it takes its full measure again. */
export interface ServerLimits {
  readonly requests?: ServerLimit;
  readonly tokens?: ServerLimit;
}

export interface ServerLimit {
  /** How many in a full measure. */
  readonly limit: number;
  readonly remaining: number;
  /** In how many ms the measure is full again. */
  readonly resetMs: number;
}
