// Over 200 lines with its comments: requests, tokens and places are granted together or not at all.
import { Emitter } from '../shared/emitter.ts';
import type { Clock } from '../model/clock.ts';
import { ofKey, type Target } from '../model/target.ts';
import { TokenBucket } from './tokenBucket.ts';
import type { ServerLimit, ServerLimits } from '../model/answerEvent.ts';
import type { Question } from '../model/question.ts';

/** How often and how much one server may be asked; Infinity: as often as one likes. */
export interface RateLimit {
  /** Default 60. */
  readonly requestsPerMinute: number;
  /** Read and written together. Default 90 000. */
  readonly tokensPerMinute: number;
  /** Under way at the same time. Default 5. */
  readonly concurrent: number;
}

/** What holds a question back, and for how long at least; 'busy' ends when another question does. */
export interface Hold {
  readonly because: 'requests' | 'tokens' | 'busy';
  readonly waitMs: number;
}

type Priority = Question['priority'];
const order: readonly Priority[] = ['interactive', 'inline', 'background'];
const slowedMs = 900_000; // F50: a server that asks to be asked less gets half for a quarter of an hour
const slowShare = 0.5;

interface Waiter {
  readonly priority: Priority;
  readonly call: () => void;
}

/** How much one server is asked, for all targets behind one origin: their rate limit is the same. */
export class Limiter {
  readonly #clock: Clock;
  readonly #options: () => RateLimit;
  readonly #onBegin: (tokens: number) => void;
  readonly #requests: TokenBucket;
  readonly #tokens: TokenBucket;
  readonly #waiting: Waiter[] = [];
  #measure: RateLimit;
  #underWay = 0;
  /** Places kept for waiters that were called and have not begun yet. */
  #kept = 0;
  #slowUntil = -Infinity;
  /** True once the server has sent its own limit: then ours no longer counts. */
  readonly #told = { requests: false, tokens: false };

  /** `onBegin`: a request that is measured has begun, of about so many tokens. */
  constructor(clock: Clock, options: () => RateLimit, onBegin: (tokens: number) => void = () => undefined) {
    this.#clock = clock;
    this.#options = options;
    this.#onBegin = onBegin;
    this.#measure = options();
    this.#requests = new TokenBucket(clock, this.#measure.requestsPerMinute);
    this.#tokens = new TokenBucket(clock, this.#measure.tokensPerMinute);
  }

  /** What holds back a request of so many tokens now; undefined: nothing. */
  hold(tokens: number): Hold | undefined {
    const now = this.#clock.now(); // once for all: reading it twice more takes a tenth of the layer
    this.#keepUp(now);
    const requestsMs = gateMs(this.#requests.waitMs(1, now));
    const tokensMs = gateMs(this.#tokens.waitMs(tokens, now));
    if (requestsMs > 0 || tokensMs > 0) {
      return requestsMs >= tokensMs
        ? { because: 'requests', waitMs: requestsMs }
        : { because: 'tokens', waitMs: tokensMs };
    }
    return this.#underWay + this.#kept >= this.#options().concurrent ? { because: 'busy', waitMs: 0 } : undefined;
  }

  /** Begins a request of about so many tokens. The returned function ends it with what it really took. */
  begin(tokens: number): (realTokens: number) => void {
    this.#underWay += 1;
    this.took(1, tokens);
    if (this.#measure.requestsPerMinute < Infinity || this.#told.requests) this.#onBegin(tokens);
    return realTokens => {
      this.#underWay -= 1;
      this.#tokens.take(realTokens - tokens);
      this.#callNext();
    };
  }

  /** Counts so many requests and tokens as used, here or in another window. */
  took(requests: number, tokens: number): void {
    const now = this.#clock.now();
    this.#requests.take(requests, now);
    this.#tokens.take(tokens, now);
  }

  /**
   * Calls when a place is free, and keeps the place until `arrive`; questions that a user waits for come first. The returned
   * function leaves the queue.
   */
  wait(priority: Priority, call: () => void): () => void {
    const waiter = { priority, call };
    const before = this.#waiting.findIndex(other => order.indexOf(other.priority) > order.indexOf(priority));
    this.#waiting.splice(before < 0 ? this.#waiting.length : before, 0, waiter);
    return () => {
      const at = this.#waiting.indexOf(waiter);
      if (at >= 0) this.#waiting.splice(at, 1);
    };
  }

  /**
   * A waiter that was called goes on. Undefined: it may `begin` now, before anything else runs. Else the hold that stops it
   * again, and its place goes to the next in the queue.
   */
  arrive(tokens: number): Hold | undefined {
    this.#kept -= 1;
    const hold = this.hold(tokens);
    if (hold && hold.because !== 'busy') this.#callNext();
    return hold;
  }

  /** What the server itself says of its limits. */
  adopt({ requests, tokens }: ServerLimits): void {
    const share = this.#clock.now() < this.#slowUntil ? slowShare : 1;
    if (requests) this.#requests.adopt(partOf(requests, share));
    if (tokens) this.#tokens.adopt(partOf(tokens, share));
    this.#told.requests ||= requests !== undefined;
    this.#told.tokens ||= tokens !== undefined;
  }

  /** The server asked for fewer requests: half of what is allowed, for a quarter of an hour. */
  slowDown(): void {
    this.#slowUntil = this.#clock.now() + slowedMs;
    this.#resize(slowShare);
  }

  #callNext(): void {
    const next = this.#waiting.shift();
    if (!next) return;
    this.#kept += 1;
    next.call();
  }

  /** Settings may have changed, or the slow quarter of an hour may be over. */
  #keepUp(now: number): void {
    const options = this.#options();
    const isSlow = now < this.#slowUntil;
    if (options !== this.#measure || (!isSlow && this.#slowUntil > -Infinity)) {
      this.#measure = options;
      if (!isSlow) this.#slowUntil = -Infinity;
      this.#resize(isSlow ? slowShare : 1);
    }
  }

  #resize(share: number): void {
    if (!this.#told.requests) this.#requests.resize(this.#measure.requestsPerMinute * share);
    if (!this.#told.tokens) this.#tokens.resize(this.#measure.tokensPerMinute * share);
  }
}

/** What a server's limit says of hours is a hint: it is asked, and may refuse (a free tier's day that counts otherwise). */
const longestGateMs = 3_600_000;
const gateMs = (waitMs: number): number => (waitMs > longestGateMs ? 0 : waitMs);

const partOf = ({ limit, remaining, resetMs }: ServerLimit, share: number): ServerLimit => ({
  limit: limit * share,
  remaining: remaining * share,
  resetMs,
});

/** The limiters of all servers; outlives the client, which is made anew when settings change. */
export class Limiters {
  readonly #clock: Clock;
  readonly #options: (target: Target) => RateLimit;
  readonly #limiters = new Map<string, Limiter>();
  readonly #began = new Emitter<string, number>();

  /** `options` must give the same object as long as the settings stand. */
  constructor(clock: Clock, options: (target: Target) => RateLimit) {
    this.#clock = clock;
    this.#options = options;
  }

  /** Everything behind one origin that is asked with the same key shares a limit. */
  of(target: Target): Limiter {
    const key = ofKey(target.origin, target);
    const known = this.#limiters.get(key);
    if (known) return known;
    const limiter = new Limiter(
      this.#clock,
      () => this.#options(target),
      tokens => this.#began.fire(key, tokens),
    );
    this.#limiters.set(key, limiter);
    return limiter;
  }

  /** Another window has asked this server (with this key, where it has a name), with so many tokens. */
  took(key: string, tokens: number): void {
    this.#limiters.get(key)?.took(1, tokens);
  }

  /** Calls back when a request begins at a server with a limit. The returned function ends that. */
  onDidBegin(listener: (origin: string, tokens: number) => void): () => void {
    return this.#began.add(listener);
  }
}
