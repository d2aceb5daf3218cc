import type { Clock } from '../../src/core/model/clock.ts';

interface Due {
  readonly at: number;
  readonly call: () => void;
  readonly owner: string;
}

/** A timer of a real process is late by up to so much. */
const latenessMs = 2;

/** Numbers in [0, 1), the same ones for the same seed (mulberry32, public domain). */
export function sequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Virtual time for a world of several processes. Chance decides how late a timer is and which of two that are due together
 * goes first; the same seed decides the same.
 */
export class SeededClock {
  readonly random: () => number;
  #nowMs = 0;
  #dues: Due[] = [];

  constructor(seed: number) {
    this.random = sequence(seed);
  }

  get now(): number {
    return this.#nowMs;
  }

  /** The clock as one process sees it: its monotonic time begins somewhere else, its wall time is everybody's. */
  of(owner: string, offsetMs: number): Clock {
    return {
      now: () => this.#nowMs + offsetMs,
      wall: () => Date.UTC(2026, 0, 1) + this.#nowMs,
      random: this.random,
      after: (delayMs, call) => this.after(delayMs + latenessMs * this.random(), call, owner),
    };
  }

  after(delayMs: number, call: () => void, owner = 'world'): () => void {
    const due = { at: this.#nowMs + Math.max(0, delayMs), call, owner };
    this.#dues.push(due);
    return () => this.#remove(due);
  }

  sleep(delayMs: number): Promise<void> {
    return new Promise(resolve => this.after(delayMs, resolve));
  }

  /** How many timers of somebody else than the world wait. */
  get waiting(): number {
    return this.#dues.reduce((sum, { owner }) => sum + (owner === 'world' ? 0 : 1), 0);
  }

  /** Runs the next timer that is due by then and all that follows from it; false: there is none. */
  async step(until = Infinity): Promise<boolean> {
    const due = this.#next();
    if (!due || due.at > until) return false;
    this.#remove(due);
    this.#nowMs = Math.max(this.#nowMs, due.at);
    due.call();
    await runReady();
    return true;
  }

  /** Nothing is due until then: it is then. */
  skipTo(at: number): void {
    this.#nowMs = Math.max(this.#nowMs, at);
  }

  #next(): Due | undefined {
    const at = this.#dues.reduce((earliest, due) => Math.min(earliest, due.at), Infinity);
    const together = this.#dues.filter(due => due.at === at);
    return together.length < 2 ? together[0] : together[Math.floor(this.random() * together.length)];
  }

  #remove(due: Due): void {
    const at = this.#dues.indexOf(due);
    if (at >= 0) this.#dues.splice(at, 1);
  }
}

/** Lets every promise that is ready run, and all that follow: a tick comes after the last of them, and costs no turn of the loop. */
export const runReady = (): Promise<void> => new Promise(resolve => process.nextTick(resolve));
