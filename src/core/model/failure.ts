/**
 * 'yes': up to `maxRetries`. 'once': of these, one after a failure of this kind. 'last': up to `maxRetries`, but only when no
 * other healthy target remains, because trying again only multiplies the wait. 'patient': as 'once', after at least a second
 * or what the server asked for, and only when no other healthy target remains. 'at-once': without waiting; the adapter has
 * learnt something. 'smaller': at once and once, with a strictly smaller prompt, if there is one.
 */
export type Retry = 'no' | 'yes' | 'once' | 'last' | 'patient' | 'at-once' | 'smaller';

/**
 * What each kind of failure means to every layer. A new kind does not compile until it has its row here and its words in
 * editor/failureWords.ts. Classes, weights and gates: design pages failure-semantics, decisions 5 to 12.
 */
export interface Rules {
  /** May the same target be asked again for this question? */
  readonly retry: Retry;
  /** May another target be asked? 'other-origin': not one behind the same server or proxy. */
  readonly next: 'no' | 'any' | 'other-origin';
  /** How much it weighs against the target's circuit; 0 is neutral. A timeout weighs 2. */
  readonly trips: 0 | 1 | 2;
  /** Which gate it closes besides the circuit: cooldown of the target, or its credential until the user acts. */
  readonly gate: 'none' | 'cooldown' | 'credential' | 'quota';
  /** Shall the last resort (older answer, offline rules) step in when nobody else answers? */
  readonly lastResort: boolean;
}

const rules = (
  retry: Rules['retry'],
  next: Rules['next'],
  trips: Rules['trips'],
  lastResort: boolean,
  gate: Rules['gate'] = 'none',
): Rules => ({ retry, next, trips, lastResort, gate });

/** The table. */
export const failureRules = {
  //                          retry      next            trips  last resort
  cancelled: rules('no', 'no', 0, false),
  'out-of-time': rules('no', 'no', 0, true),
  // before the request left
  unreachable: rules('once', 'any', 1, true),
  'server-not-running': rules('no', 'any', 1, true), // loopback refused: waiting does not start it (F1)
  'connect-timeout': rules('last', 'any', 2, true),
  'unknown-host': rules('no', 'any', 0, true),
  certificate: rules('no', 'other-origin', 0, true),
  'wrong-protocol': rules('no', 'other-origin', 0, true),
  proxy: rules('once', 'other-origin', 0, true),
  'bad-address': rules('no', 'other-origin', 0, true),
  'no-key': rules('no', 'any', 0, true),
  'key-store': rules('no', 'any', 0, true),
  'not-confirmed': rules('no', 'any', 0, true),
  'circuit-open': rules('no', 'any', 0, true),
  'all-paused': rules('no', 'no', 0, true),
  'no-target': rules('no', 'no', 0, true),
  // in transit
  reset: rules('yes', 'any', 1, true),
  silent: rules('last', 'any', 2, true),
  stalled: rules('last', 'any', 2, true),
  interrupted: rules('once', 'any', 0, true), // this machine slept: nobody else's failure (F170)
  truncated: rules('yes', 'any', 1, true),
  malformed: rules('once', 'any', 1, true),
  empty: rules('once', 'any', 1, true),
  'too-large': rules('no', 'any', 1, true),
  // the wrong thing answered
  redirected: rules('no', 'other-origin', 0, true),
  'not-the-api': rules('no', 'other-origin', 0, true),
  // what we hold back ourselves
  'own-limit': rules('no', 'any', 0, true), // the next free place is beyond the question's time, or another target is free now
  'budget-spent': rules('no', 'any', 0, true), // a target that costs less, or nothing, may still be asked
  'budget-blocked': rules('no', 'no', 0, false), // the user wants it strict: nobody else is asked either
  // what the server said
  'rate-limited': rules('patient', 'any', 0, true, 'cooldown'),
  quota: rules('no', 'any', 0, true, 'quota'),
  overloaded: rules('patient', 'any', 1, true),
  server: rules('yes', 'any', 1, true),
  'gateway-timeout': rules('last', 'any', 1, true),
  conflict: rules('once', 'any', 0, true),
  auth: rules('no', 'any', 0, true, 'credential'),
  'not-found': rules('no', 'any', 0, true),
  'context-too-long': rules('smaller', 'any', 0, true),
  'unsupported-parameter': rules('at-once', 'any', 0, true),
  'bad-request': rules('no', 'no', 0, true),
  unknown: rules('no', 'any', 1, true),
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
