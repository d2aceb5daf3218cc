import type { Clock } from '../../../src/core/model/clock.ts';

/** Who is due: of those that are due at one moment the world comes first, then the client's own timers, then the user. */
export type Actor = keyof typeof ranks;

const ranks = { world: 0, client: 1, user: 2 } as const;

interface Due {
  readonly at: number;
  readonly rank: number;
  /** Of the same moment and rank, who was first to be told. */
  readonly order: number;
  readonly call: () => void;
  isOver: boolean;
}

/** What makes the time of one clock differ from that of the others. */
export interface ClockScript {
  readonly random: () => number;
  /** When a timer really strikes that is due at this moment, ms since the beginning. Default: then. */
  readonly strikesAt?: (dueAt: number) => number;
}

/** Time that passes only from one thing that is due to the next; nobody waits for a real clock. ms since `beganAt`. */
export class VirtualTime {
  /** Wall-clock ms. */
  readonly beganAt: number;
  readonly #dues: Due[] = [];
  #nowMs = 0;
  #orders = 0;

  constructor(beganAt: number) {
    this.beganAt = beganAt;
  }

  get now(): number {
    return this.#nowMs;
  }

  /** Wall-clock ms. */
  get wall(): number {
    return this.beganAt + this.#nowMs;
  }

  /** Calls at that moment, or at once when it is over. The returned function prevents it. */
  at(moment: number, actor: Actor, call: () => void): () => void {
    const due = {
      at: Math.max(this.#nowMs, moment),
      rank: ranks[actor],
      order: (this.#orders += 1),
      call,
      isOver: false,
    };
    this.#push(due);
    return () => void (due.isOver = true);
  }

  /** This time as a client sees it. */
  clock({ random, strikesAt = at => at }: ClockScript): Clock {
    return {
      now: () => this.#nowMs,
      wall: () => this.wall,
      random,
      after: (delayMs, call) => this.at(strikesAt(this.#nowMs + Math.max(0, delayMs)), 'client', call),
    };
  }

  /** Runs all that is due and all that follows from it. Throws when that takes more than so many steps. */
  async run(mostSteps: number): Promise<void> {
    await runReady();
    for (let due = this.#pop(), steps = 0; due; due = this.#pop(), steps += 1) {
      if (due.isOver) continue;
      if (steps > mostSteps) throw new Error(`the replay does not end: ${steps} steps`);
      this.#nowMs = due.at;
      due.isOver = true;
      due.call();
      await runReady();
    }
  }

  #push(due: Due): void {
    const dues = this.#dues;
    let place = dues.push(due) - 1;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!isBefore(due, dues[parent])) break;
      this.#swap(place, parent);
      place = parent;
    }
  }

  #pop(): Due | undefined {
    const dues = this.#dues;
    const [first] = dues;
    const last = dues.pop();
    if (!first || !last || first === last) return first;
    dues[0] = last;
    for (let place = 0; ;) {
      const left = 2 * place + 1;
      const sooner = isBefore(dues[left + 1], dues[left]) ? left + 1 : left;
      if (!isBefore(dues[sooner], dues[place])) return first;
      this.#swap(place, sooner);
      place = sooner;
    }
  }

  #swap(one: number, other: number): void {
    const [a, b] = [this.#dues[one], this.#dues[other]];
    if (!a || !b) return;
    this.#dues[one] = b;
    this.#dues[other] = a;
  }
}

function isBefore(one: Due | undefined, other: Due | undefined): boolean {
  if (!one || !other) return false;
  return one.at - other.at < 0 || (one.at === other.at && (one.rank - other.rank || one.order - other.order) < 0);
}

/** Lets every promise that is ready run, and all that follow: a tick comes after the last of them. */
const runReady = (): Promise<void> => new Promise(resolve => process.nextTick(resolve));
