/** Everything that a practice provider can do wrong on command. */
export type FaultName =
  /** The port refuses connections; open ones are closed. */
  | 'down'
  /** The connection is reset before any header. */
  | 'reset'
  /** The request is accepted and never answered. */
  | 'hang'
  /** Status 200 and headers, then nothing. */
  | 'silent'
  /** The answer stops in the middle; the connection stays open. */
  | 'stall'
  /** The answer ends in the middle, cleanly, without its end mark. */
  | 'cut'
  /** One event (or the body) is not JSON. */
  | 'invalid-json'
  /** 429 with `retry-after`. */
  | 'rate-limit'
  /** 529 on the Anthropic wire, 503 on the OpenAI wire. */
  | 'overloaded'
  /** 500. */
  | 'server-error'
  /** 401, whatever the key. */
  | 'unauthorized'
  /** The account has no credit: 429 `insufficient_quota`, or 402 `billing_error`. */
  | 'quota'
  /** Long until the first token, then a slow drip; the answer is whole. */
  | 'slow'
  /** A well-formed answer without any text. */
  | 'empty'
  /** It declines to answer, as of something that its rules forbid. */
  | 'refusal'
  /** It thinks until its tokens are used up, and writes nothing. */
  | 'thought-out'
  /** A whole answer that has nothing to do with what was asked. */
  | 'nonsense'
  /** 404: it does not have the model. */
  | 'no-model'
  /** 200 with a login page, as from a network portal. */
  | 'html';

/** How a fault plays. */
export interface FaultOptions {
  /** How many requests it hits before it heals by itself; default: all, until healed. `down` hits no request. */
  readonly times?: number;
  /** `stall`, `cut`, `invalid-json`: pieces of text that are sent first. Default 3. */
  readonly afterChunks?: number;
  /** `rate-limit`, `overloaded`: the `retry-after` header. Default 20 for `rate-limit`, none for `overloaded`. */
  readonly retryAfterSeconds?: number;
  /** `slow`: milliseconds until the first piece of text. Default 8000. */
  readonly firstTokenMs?: number;
  /** `slow`: milliseconds between two pieces. Default 400. */
  readonly chunkMs?: number;
}

/** A fault that is in force at one provider. */
export interface Fault {
  readonly name: FaultName;
  readonly options: FaultOptions;
}
