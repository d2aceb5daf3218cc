import type { Clock } from '../model/clock.ts';
import type { FailureKind } from '../model/failure.ts';
import type { AttemptNote } from '../model/note.ts';
import { PaceRecord, type SeenAnswer, type TargetPace } from './paceRecord.ts';

/** From how many of its latest answers a target's median is taken. */
const remembered = 50;
/** An incident is over after ten minutes without a failure: long enough for a target that fails now and then. */
const failureMs = 600_000;

/** Of fewer nothing is concluded about the slow ones. */
const fewest = 10;

/** How an attempt failed, and when, wall-clock ms. */
export interface LastFailure {
  readonly kind: FailureKind;
  readonly wallMs: number;
}

/** How the latest attempts at one target went. */
export class TrackRecord {
  readonly #clock: Clock;
  readonly #pace = new PaceRecord();
  #tookMs: readonly number[] = [];
  #firstTokenMs: readonly number[] = [];
  #failure: (LastFailure & { readonly at: number }) | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Takes down one attempt; one that the user cancelled or our own deadline ended says nothing about the target. */
  learn(note: AttemptNote): void {
    this.#pace.learn(note, this.#clock.now());
    const { outcome, tookMs, firstTokenMs } = note;
    if (outcome === 'cancelled' || outcome === 'out-of-time') return;
    if (firstTokenMs !== undefined) this.#firstTokenMs = [...this.#firstTokenMs, firstTokenMs].slice(-remembered);
    if (outcome === 'answered') this.#tookMs = [...this.#tookMs, tookMs].slice(-remembered);
    else this.#failure = { kind: outcome, at: this.#clock.now(), wallMs: this.#clock.wall() };
  }

  /** Takes over an answer of another window, or of an earlier one, that came so long ago, ms. */
  recall(answer: SeenAnswer, agoMs: number): void {
    this.#pace.recall(answer, this.#clock.now() - agoMs);
  }

  /** How quick and how reliable it is now. */
  get pace(): TargetPace {
    return this.#pace.at(this.#clock.now());
  }

  /** Median time of its latest answers, ms; undefined: it has not answered yet. */
  get p50Ms(): number | undefined {
    return quantile(this.#tookMs, 0.5);
  }

  /** Within this time 95 % of its latest answers had begun, ms; undefined: too few to tell. */
  get p95FirstTokenMs(): number | undefined {
    return this.#firstTokenMs.length < fewest ? undefined : quantile(this.#firstTokenMs, 0.95);
  }

  /** Its last failure, for ten minutes. */
  get lastFailure(): LastFailure | undefined {
    return this.#failure && this.#clock.now() - this.#failure.at < failureMs ? this.#failure : undefined;
  }
}

function quantile(values: readonly number[], share: number): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)];
}
