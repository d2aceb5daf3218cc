import type { Clock } from '../../src/core/model/clock.ts';

interface Due {
  readonly at: number;
  readonly order: number;
  readonly call: () => void;
}

/** A clock that moves only when told to. Chance is `chance`, 0.5 by default. */
export class VirtualClock implements Clock {
  chance = 0.5;
  #nowMs = 1_000;
  #sleptMs = 0;
  #order = 0;
  #dues: Due[] = [];

  now(): number {
    return this.#nowMs;
  }

  wall(): number {
    return Date.UTC(2026, 0, 1) + this.#nowMs + this.#sleptMs;
  }

  random(): number {
    return this.chance;
  }

  after(delayMs: number, call: () => void): () => void {
    const due = { at: this.#nowMs + delayMs, order: this.#order++, call };
    this.#dues.push(due);
    return () => (this.#dues = this.#dues.filter(other => other !== due));
  }

  /** How many timers wait. */
  get waiting(): number {
    return this.#dues.length;
  }

  /** Lets time pass, running what falls due in order and what follows from it. */
  async pass(durationMs: number): Promise<void> {
    const end = this.#nowMs + durationMs;
    await settle();
    for (let due = this.#next(end); due; due = this.#next(end)) {
      this.#dues = this.#dues.filter(other => other !== due);
      this.#nowMs = Math.max(this.#nowMs, due.at);
      due.call();
      await settle();
    }
    this.#nowMs = end;
  }

  /** Jumps without running timers, as a process does that was busy or asleep. */
  jump(durationMs: number): void {
    this.#nowMs += durationMs;
  }

  /** The machine sleeps: wall time passes, the monotonic clock stands still. */
  sleep(durationMs: number): void {
    this.#sleptMs += durationMs;
  }

  #next(end: number): Due | undefined {
    return this.#dues.filter(due => due.at <= end).sort((a, b) => a.at - b.at || a.order - b.order)[0];
  }
}

/** Lets everything that is ready run, promise after promise. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise(resolve => setImmediate(resolve));
}
