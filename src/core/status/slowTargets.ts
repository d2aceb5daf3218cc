import type { Clock } from '../model/clock.ts';
import { Emitter } from '../shared/emitter.ts';

/** How a target's first tokens came of late, beside how they usually come. */
export interface Speed {
  readonly target: string;
  /** Median of its latest questions, ms. */
  readonly firstTokenMs: number;
  /** Median of the week, ms. */
  readonly usualMs: number;
  /** Is it so much longer that an alert stands? */
  readonly isSlow: boolean;
}

/** That a target is slower than usual, and for how long that may be said. */
export interface Slowness extends Pick<Speed, 'firstTokenMs' | 'usualMs'> {
  /** Monotonic ms: what it rests on is older then than what is watched. */
  readonly until: number;
}

/** Which targets are slower than usual, as far as the latest questions show. */
export class SlowTargets {
  readonly #clock: Clock;
  readonly #watchedMs: number;
  readonly #slow = new Map<string, Slowness>();
  readonly #changed = new Emitter();

  /** `watchedMs`: so old are the oldest questions that speed is judged by. */
  constructor(clock: Clock, watchedMs: number) {
    this.#clock = clock;
    this.#watchedMs = watchedMs;
  }

  /** Takes what one more question has shown. */
  learn({ target, firstTokenMs, usualMs, isSlow }: Speed): void {
    if (isSlow) this.#slow.set(target, { firstTokenMs, usualMs, until: this.#clock.now() + this.#watchedMs });
    else if (!this.#slow.delete(target)) return;
    this.#changed.fire();
  }

  /** undefined: it is as quick as usual, or nobody has asked it for a while. */
  of(target: string): Slowness | undefined {
    const slow = this.#slow.get(target);
    return slow && slow.until > this.#clock.now() ? slow : undefined;
  }

  /** Calls back after every change. The returned function ends that. */
  onDidChange(listener: () => void): () => void {
    return this.#changed.add(listener);
  }
}
