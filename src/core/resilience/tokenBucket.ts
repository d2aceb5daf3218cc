import type { Clock } from '../model/clock.ts';
import type { ServerLimit } from '../model/answerEvent.ts';

const minuteMs = 60_000;

/**
 * So much per minute, all of it at once if nothing was taken before (the classic token bucket). May be overdrawn by what was
 * found out later; the next ones wait for that too.
 */
export class TokenBucket {
  readonly #clock: Clock;
  #capacity: number;
  #perMs: number;
  #level: number;
  #at: number;

  /** Infinity: no limit. */
  constructor(clock: Clock, perMinute: number) {
    this.#clock = clock;
    this.#capacity = perMinute;
    this.#perMs = perMinute / minuteMs;
    this.#level = perMinute;
    this.#at = clock.now();
  }

  /** How long until so many can be taken, ms; 0: now. More than the whole measure is taken as the whole measure. */
  waitMs(amount: number, now = this.#clock.now()): number {
    if (this.#capacity === Infinity) return 0;
    this.#refill(now);
    const missing = Math.min(amount, this.#capacity) - this.#level;
    return missing <= 0 ? 0 : missing / this.#perMs;
  }

  /** Takes so many, overdrawing if need be; a negative amount gives back. */
  take(amount: number, now = this.#clock.now()): void {
    if (this.#capacity === Infinity) return;
    this.#refill(now);
    this.#level = Math.min(this.#capacity, this.#level - amount);
  }

  /** Another measure per minute; what has been taken of the old one stays taken. */
  resize(perMinute: number): void {
    this.#refill(this.#clock.now());
    const taken = this.#capacity === Infinity ? 0 : this.#capacity - this.#level;
    this.#capacity = perMinute;
    this.#perMs = perMinute / minuteMs;
    this.#level = perMinute - taken;
  }

  /** Takes over what the server says: it counts everything that uses the same key. */
  adopt({ limit, remaining, resetMs }: ServerLimit): void {
    this.#capacity = limit;
    // what is missing comes back by the moment that it names; a full measure gives no rate, so a minute is taken for one
    this.#perMs = remaining < limit && resetMs > 0 ? (limit - remaining) / resetMs : limit / minuteMs;
    this.#level = remaining;
    this.#at = this.#clock.now();
  }

  #refill(now: number): void {
    if (this.#capacity !== Infinity) {
      this.#level = Math.min(this.#capacity, this.#level + (now - this.#at) * this.#perMs);
    }
    this.#at = now;
  }
}
