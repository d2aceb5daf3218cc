import { Emitter } from '../shared/emitter.ts';
import type { Clock } from '../model/clock.ts';
import { leastRestMs, restAfter, type RestLimits } from './restAfter.ts';

/**
 * A circuit: closed asks, open rests until a moment on the monotonic clock, half-open lets exactly one probe through,
 * paused rests until the user resumes.
 */
export type BreakerState =
  | { readonly is: 'closed' }
  | { readonly is: 'open'; readonly until: number }
  | { readonly is: 'half-open' }
  | { readonly is: 'paused' };

export interface BreakerOptions extends RestLimits {
  /** Weighted failed questions in a row that open the circuit; a timeout weighs 2. Default 5. */
  readonly failureThreshold: number;
  /** Failures older than this no longer count, ms. Default 60 000. */
  readonly windowMs: number;
}

/** The way in for one question. Exactly one of its ends is called; after a change of the circuit's state they change nothing. */
export interface Permit {
  /** The one question that shows whether the target has recovered. */
  readonly isProbe: boolean;
  /** False once the circuit has changed its state since. */
  isValid(): boolean;
  succeed(): void;
  /** `weight` 0: proved nothing (cancelled, throttled, refused); a probe's place is free again. */
  fail(weight: number): void;
}

const mostJitter = 0.1;
const minimumSamples = 20;
const failureRatio = 0.6;
const maxSamples = 500;
const chanceLimit = 2e-5; // once in fifty thousand, see `isChance`

const noRun = { length: 0, weight: 0 };

/**
 * One target's circuit. Opens after `failureThreshold` weighted failures in a row that its failures before do not explain by
 * chance, or when at least 60 % of at least 20 attempts failed, both within `windowMs`; so 20 % random faults leave it closed
 * (F159).
 */
export class CircuitBreaker {
  readonly #clock: Clock;
  readonly #options: () => BreakerOptions;
  readonly #changed = new Emitter<boolean>();
  #state: BreakerState = { is: 'closed' };
  readonly #samples: { readonly at: number; readonly weight: number }[] = [];
  /** Of the samples, how many failed. */
  #failed = 0;
  /** The failures since the last success: how many, and their weight. */
  #run = noRun;
  /** Counts changes of state: the end of an attempt counts only in the state in which it began. */
  #era = 0;
  #failedProbes = 0;

  constructor(clock: Clock, options: () => BreakerOptions) {
    this.#clock = clock;
    this.#options = options;
  }

  get state(): BreakerState {
    return this.#state;
  }

  /** Probes that failed since it opened; each makes the rest longer. */
  get failedProbes(): number {
    return this.#failedProbes;
  }

  /** Would `enter` let a question in now? */
  get admits(): boolean {
    const state = this.#state;
    return state.is === 'closed' || (state.is === 'open' && this.#clock.now() >= state.until);
  }

  /** How long ago its rest ended, ms: the next question tries whether it has recovered; undefined: that is not so. */
  get overdueMs(): number | undefined {
    return this.#state.is === 'open' && this.admits ? this.#clock.now() - this.#state.until : undefined;
  }

  /** A permit for one attempt, or undefined while the circuit rests. The first one in after the rest is the probe. */
  enter(): Permit | undefined {
    if (!this.admits) return undefined;
    const isProbe = this.#state.is === 'open';
    if (isProbe) this.#become({ is: 'half-open' });
    const era = this.#era;
    const isValid = (): boolean => era === this.#era;
    return {
      isProbe,
      isValid,
      succeed: () => {
        if (isValid()) this.#note(0);
      },
      fail: weight => {
        if (isValid()) this.#hasFailed(weight);
      },
    };
  }

  /**
   * Lets the next question probe though the rest is not over, because nobody else can answer it; false: it was tried less than
   * five seconds ago, or is not resting.
   */
  hurry(): boolean {
    const state = this.#state;
    if (state.is !== 'open') return false;
    const restedSince = state.until - restAfter(this.#failedProbes, this.#options());
    if (this.#clock.now() < restedSince + leastRestMs) return false;
    // other windows are not told: what they have found out meanwhile holds, also where this one has not read it yet
    this.#become({ is: 'open', until: this.#clock.now() }, false);
    return true;
  }

  reset(): void {
    this.#failedProbes = 0;
    this.#become({ is: 'closed' });
  }

  pause(): void {
    this.#become({ is: 'paused' });
  }

  /** Takes over what another window has found out, or what was known before this one began. */
  adopt(state: BreakerState, failedProbes: number): void {
    this.#failedProbes = failedProbes;
    this.#become(state, false);
  }

  /** Calls back after every change of state; `isOwn`: it happened here. The returned function ends that. */
  onDidChange(listener: (isOwn: boolean) => void): () => void {
    return this.#changed.add(listener);
  }

  #hasFailed(weight: number): void {
    if (weight > 0) this.#note(weight);
    // an inconclusive probe neither closes the circuit nor prolongs the rest
    else if (this.#state.is === 'half-open') this.#become({ is: 'open', until: this.#clock.now() }, false);
  }

  #note(weight: number): void {
    if (this.#state.is === 'half-open') {
      if (weight === 0) return this.reset();
      this.#failedProbes += 1;
      return this.#open();
    }
    const { windowMs } = this.#options();
    const now = this.#clock.now();
    while (this.#samples[0] && now - this.#samples[0].at >= windowMs) this.#forgetOldest();
    if (this.#samples.push({ at: now, weight }) > maxSamples) this.#forgetOldest();
    if (weight > 0) this.#failed += 1;
    this.#run = weight > 0 ? { length: this.#run.length + 1, weight: this.#run.weight + weight } : noRun;
    if (this.#tooMany(weight)) this.#open();
  }

  #forgetOldest(): void {
    const oldest = this.#samples.shift();
    if (!oldest || oldest.weight === 0) return;
    this.#failed -= 1;
    const { length, weight } = this.#run;
    if (length > this.#samples.length) this.#run = { length: length - 1, weight: weight - oldest.weight };
  }

  #tooMany(latest: number): boolean {
    const { length } = this.#samples;
    if (length >= minimumSamples && this.#failed / length >= failureRatio) return true;
    if (latest === 0 || this.#run.weight < this.#options().failureThreshold) return false;
    return !isChance(this.#run.length, this.#failed - this.#run.length, length - this.#run.length);
  }

  #open(): void {
    const restMs = restAfter(this.#failedProbes, this.#options());
    // positive jitter only, so that several windows neither hurry nor wake together
    this.#become({ is: 'open', until: this.#clock.now() + restMs * (1 + mostJitter * this.#clock.random()) });
  }

  #become(state: BreakerState, isOwn = true): void {
    this.#state = state;
    this.#era += 1;
    this.#samples.length = 0;
    this.#failed = 0;
    this.#run = noRun;
    this.#changed.fire(isOwn);
  }
}

/**
 * Would a target that fails this often anyway fail so many times in a row once in fifty thousand times, or more often? Then
 * the run says nothing new: at 20 % faults five in a row come every few hundred requests (F159).
 */
function isChance(runLength: number, failedBefore: number, before: number): boolean {
  if (before < minimumSamples) return false;
  const share = (failedBefore + 0.5) / (before + 1); // never 0: of a target that never failed a little is expected too
  return share ** runLength > chanceLimit;
}
