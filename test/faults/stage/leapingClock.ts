import type { Clock } from '../../../src/core/model/clock.ts';

interface Due {
  readonly at: number;
  readonly order: number;
  readonly call: () => void;
}

const turnMs = 3;

/**
 * Virtual time over real sockets. It stands still while anything happens; when nothing has happened for a few turns of
 * the event loop, it leaps to the next timer. So a wait of 30 s takes 30 ms, and times come out the same on a busy machine.
 */
export class LeapingClock implements Clock {
  /** What `random` gives. */
  chance = 0.5;
  #nowMs = 1_000;
  #wallMs: number;
  #order = 0;
  #stirs = 0;
  #dues: Due[] = [];
  readonly #flowing: boolean;
  readonly #quietTurns: number;

  /**
   * `flowing`: real time passes as well, for rows about how long work takes. `quietTurns`: after so many turns of the event
   * loop without anything happening, only a timer can be what everybody waits for.
   */
  constructor({ flowing = false, quietTurns = 10, wallMs = Date.UTC(2026, 0, 15, 12) } = {}) {
    this.#quietTurns = quietTurns;
    this.#flowing = flowing;
    this.#wallMs = wallMs - this.#nowMs;
  }

  now(): number {
    this.stir();
    return this.#nowMs + (this.#flowing ? performance.now() : 0);
  }

  wall(): number {
    return this.#wallMs + this.now();
  }

  random(): number {
    return this.chance;
  }

  after(delayMs: number, call: () => void): () => void {
    const due = { at: this.now() + delayMs, order: this.#order++, call };
    this.#dues.push(due);
    return () => {
      this.stir();
      this.#dues = this.#dues.filter(other => other !== due);
    };
  }

  /** Timers that wait. */
  get waiting(): number {
    return this.#dues.length;
  }

  /** Something happened: time stands still a little longer. */
  stir(): void {
    this.#stirs += 1;
  }

  /** The wall clock is set by so much, as a user or a time server does. */
  setWallBy(changeMs: number): void {
    this.#wallMs += changeMs;
  }

  /** Time passes without a timer firing, as in a process that was asleep. */
  sleepFor(durationMs: number): void {
    this.#nowMs += durationMs;
  }

  /** Leaps from timer to timer until `work` has settled; gives up when nothing at all is waited for. */
  async runUntil<T>(work: Promise<T>): Promise<T> {
    let settled = false;
    const end = () => void (settled = true);
    work.then(end, end);
    for (let idleTurns = 0; !settled && idleTurns < 400;) {
      await this.quiet(() => settled);
      if (settled) break;
      idleTurns = this.#leap() ? 0 : idleTurns + 1;
    }
    if (!settled) throw new Error('Nothing happens any more, and the question is still open');
    return work;
  }

  /** Lets so much time pass, leaping from timer to timer. */
  async pass(durationMs: number): Promise<void> {
    const end = this.#nowMs + durationMs;
    for (;;) {
      await this.quiet();
      if (!this.#leap(end)) break;
    }
    this.#nowMs = Math.max(this.#nowMs, end);
  }

  /** Resolves when nothing has happened for a few turns. */
  async quiet(over: () => boolean = () => false): Promise<void> {
    for (let turns = 0; turns < this.#quietTurns && !over(); turns += 1) {
      const before = this.#stirs;
      await new Promise(resolve => setTimeout(resolve, turnMs));
      await new Promise(resolve => setImmediate(resolve));
      const lookingUp = process.getActiveResourcesInfo().includes('GetAddrInfoReqWrap');
      if (this.#stirs !== before || lookingUp) turns = -1;
    }
  }

  #leap(limitMs = Infinity): boolean {
    const next = this.#dues.toSorted((a, b) => a.at - b.at || a.order - b.order)[0];
    if (next === undefined) return false;
    const elapsedMs = this.#flowing ? performance.now() : 0;
    if (next.at - elapsedMs > limitMs) return false;
    this.#dues = this.#dues.filter(due => due !== next);
    this.#nowMs = Math.max(this.#nowMs, next.at - elapsedMs);
    next.call();
    return true;
  }
}
