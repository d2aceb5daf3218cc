/**
 * 'yes': up to `maxRetries`. 'once': of these, one after a failure of this kind. 'last': up to `maxRetries`, but only when no
 * other healthy target remains, because trying again only multiplies the wait. 'patient': as 'once', after at least a second
 * or what the server asked for, and only when no other healthy target remains. 'at-once': without waiting; the adapter has
 * learnt something. 'smaller': at once and once, with a strictly smaller prompt, if there is one.
 */
export type Retry = 'no' | 'yes' | 'once' | 'last' | 'patient' | 'at-once' | 'smaller';

/**
 * What each kind of failure means to every layer. A new kind does not compile until it has its row here and its words in
 * interaction/text/failureMessage.ts.
 */
export interface Rules {
  /** May the same target be asked again for this question? */
  readonly retry: Retry;
  /**
   * May another target be asked? 'other-origin': not one behind the same server or proxy. 'other-vendor': not one that the same
   * company trained either.
   */
  readonly next: 'no' | 'any' | 'other-origin' | 'other-vendor';
  /** How much it weighs against the target's circuit; 0 is neutral. A timeout weighs 2. */
  readonly trips: 0 | 1 | 2;
  /**
   * What it starts besides the circuit: a cooldown of the target ('told': only when the server asked for a wait, and as long as
   * it asked), or one of its origin, for its credential or its quota.
   */
  readonly cooldown: 'none' | 'told' | 'cooldown' | 'credential' | 'quota';
  /** Shall the last resort (older answer, offline rules) step in when no target answers? */
  readonly lastResort: boolean;
}

/** One row of the table. Most kinds are neutral to the circuit, close no cooldown, and let the last resort step in. */
const rules = (retry: Rules['retry'], next: Rules['next'], more: Partial<Rules> = {}): Rules => ({
  retry,
  next,
  trips: 0,
  cooldown: 'none',
  lastResort: true,
  ...more,
});

/** What each kind means: whether it is retried, which targets are asked next, and what else differs from most kinds. */
export const failureRules = {
  cancelled: rules('no', 'no', { lastResort: false }),
  'out-of-time': rules('no', 'no'),
  // before the request left
  unreachable: rules('once', 'any', { trips: 1 }),
  'server-not-running': rules('no', 'any', { trips: 1 }), // loopback refused: waiting does not start it (F1)
  'connect-timeout': rules('last', 'any', { trips: 2 }),
  'unknown-host': rules('no', 'any'),
  certificate: rules('no', 'other-origin'),
  'wrong-protocol': rules('no', 'other-origin'),
  proxy: rules('once', 'other-origin'),
  'bad-address': rules('no', 'other-origin'),
  'no-key': rules('no', 'any'),
  'key-store': rules('no', 'any'),
  'not-confirmed': rules('no', 'any'),
  'circuit-open': rules('no', 'any'),
  'all-paused': rules('no', 'no'),
  'no-target': rules('no', 'no'),
  // in transit
  reset: rules('yes', 'any', { trips: 1 }),
  silent: rules('last', 'any', { trips: 2 }),
  stalled: rules('last', 'any', { trips: 2 }),
  interrupted: rules('once', 'any'), // this machine slept: not the server's failure (F170)
  truncated: rules('yes', 'any', { trips: 1 }),
  malformed: rules('once', 'any', { trips: 1 }),
  empty: rules('once', 'any', { trips: 1 }),
  'too-large': rules('no', 'any', { trips: 1 }),
  // the wrong thing answered
  redirected: rules('no', 'other-origin'),
  'not-the-api': rules('no', 'other-origin'),
  // what we hold back ourselves
  'own-limit': rules('no', 'any'), // the next free place is beyond the question's time, or another target is free now
  'budget-spent': rules('no', 'any'), // a target that costs less, or nothing, may still be asked
  'budget-blocked': rules('no', 'no', { lastResort: false }), // the user wants it strict: no other target is asked either
  // what the server said
  'rate-limited': rules('patient', 'any', { cooldown: 'cooldown' }),
  quota: rules('no', 'any', { cooldown: 'quota' }),
  overloaded: rules('patient', 'any', { trips: 1, cooldown: 'told' }),
  server: rules('yes', 'any', { trips: 1, cooldown: 'told' }),
  'gateway-timeout': rules('last', 'any', { trips: 1, cooldown: 'told' }),
  conflict: rules('once', 'any'),
  auth: rules('no', 'any', { cooldown: 'credential' }),
  'not-found': rules('no', 'any'),
  'context-too-long': rules('smaller', 'any'),
  'unsupported-parameter': rules('at-once', 'any'),
  'bad-request': rules('no', 'other-origin'), // servers refuse for reasons of their own, in words that nobody knows all of
  // an answer, and none of these for whoever has not asked for another one
  declined: rules('no', 'other-vendor', { lastResort: false }), // `fallback` alone makes it, where refusals are to be asked on
  'passed-over': rules('no', 'any', { lastResort: false }), // the user did not want to wait for it
  unknown: rules('no', 'any', { trips: 1 }),
} as const satisfies Record<string, Rules>;

export type FailureKind = keyof typeof failureRules;

export interface FailureDetails {
  /** Id of the target that failed. */
  readonly target?: string;
  readonly status?: number;
  /** What the server asked us to wait, ms. */
  readonly retryAfterMs?: number;
  /** The provider's request id. */
  readonly requestId?: string;
  /** 'no': failed before the request's bytes left; 'maybe': it may have been billed. Default 'maybe'. */
  readonly sent?: 'no' | 'maybe';
  /** A finer code within the kind: 'expired', 'self-signed', 'html', 'portal'. Never free text. */
  readonly code?: string;
  /** Data for the words: host, port, limit. Never a key, a prompt or an error body. */
  readonly facts?: Readonly<Record<string, string | number>>;
  /** What the provider said, redacted, control-free, at most 200 characters. */
  readonly said?: string;
  /** Answer text that had arrived. */
  readonly partial?: string;
  /** Trying again is useless, or the server forbade it (`x-should-retry: false`). */
  readonly noRetry?: boolean;
  /** Worth one more try after its kind at most, whatever that allows. */
  readonly once?: boolean;
  /** How the tries of the same target before this one failed, for this question. */
  readonly before?: readonly Failure[];
  /** What became of the other targets, when this failure ends a whole chain. */
  readonly others?: readonly Failure[];
  readonly cause?: unknown;
}

/** The only error that crosses a layer. Anything else that is thrown is a bug and passes untouched. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly kind: FailureKind;
  readonly details: FailureDetails;

  constructor(kind: FailureKind, details: FailureDetails = {}) {
    super(kind, { cause: details.cause });
    this.kind = kind;
    this.details = details;
  }

  get rules(): Rules {
    return failureRules[this.kind];
  }

  /** The same failure, knowing more. */
  with(details: FailureDetails): Failure {
    return new Failure(this.kind, { ...this.details, ...details });
  }
}

/** Makes a Failure of whatever was thrown: an unknown error shape is a failure of kind 'unknown' (F190). */
export function asFailure(error: unknown, details: FailureDetails = {}): Failure {
  return error instanceof Failure ? error : new Failure('unknown', { ...details, cause: error });
}

/** Was it only played, to try a failure out? */
export function isInjected(failure: Failure | undefined): boolean {
  return failure?.details.facts?.['rehearsed'] !== undefined;
}
