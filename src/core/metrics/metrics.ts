import type { JournalEntry } from '../journal/journalEntry.ts';
import { Emitter } from '../shared/emitter.ts';
import { MetricSlot } from './metricSlot.ts';

/** A quarter of an hour, ms: the days of every time zone begin with one, so that today is counted where its user lives. */
export const slotMs = 900_000;
/** Twenty-four slots, ms: a month has thousands of slots, and is summed up again while somebody watches. */
const stretchMs = 24 * slotMs;
/** More than a month and what a month is compared with. */
const mostSlots = (62 * 24 * 3_600_000) / slotMs;

/**
 * What the journal's questions came to, in slots of a quarter of an hour. Bounded: the oldest slot goes. What was only
 * rehearsed counts for nothing.
 */
export class Metrics {
  readonly #slots = new Map<number, MetricSlot>();
  /** The same, six hours each. */
  readonly #stretches = new Map<number, MetricSlot>();
  readonly #changed = new Emitter();
  #version = 0;

  /** Grows with every question that was taken. */
  get version(): number {
    return this.#version;
  }

  /** When the oldest slot began, wall-clock ms; undefined: nothing has been asked. */
  get since(): number | undefined {
    return this.#slots.size === 0 ? undefined : Math.min(...this.#slots.keys());
  }

  add(entry: JournalEntry): void {
    if (entry.kind !== 'question' || entry.rehearsed) return;
    slotIn(this.#slots, beginOf(entry.at, slotMs)).add(entry);
    slotIn(this.#stretches, beginOf(entry.at, stretchMs)).add(entry);
    if (this.#slots.size > mostSlots) this.#forgetOldest();
    this.#version += 1;
    this.#changed.fire();
  }

  /** The slots that begin at or after `from` and before `to`, wall-clock ms, in the order of time. */
  slots(from: number, to: number): readonly (readonly [beganAt: number, slot: MetricSlot])[] {
    return [...this.#slots].filter(([at]) => at >= from && at < to).toSorted(([one], [other]) => one - other);
  }

  /** All of these as one. */
  sum(from: number, to: number): MetricSlot {
    const sum = new MetricSlot();
    const first = Math.max(from, this.since ?? from);
    const isWhole = (at: number): boolean => at >= first && at + stretchMs <= to;
    for (const [at, stretch] of this.#stretches) if (isWhole(at)) sum.merge(stretch);
    for (const [at, slot] of this.#slots)
      if (at >= first && at < to && !isWhole(beginOf(at, stretchMs))) sum.merge(slot);
    return sum;
  }

  /** Forgets all of it. */
  clear(): void {
    this.#slots.clear();
    this.#stretches.clear();
    this.#version += 1;
    this.#changed.fire();
  }

  /** Calls back after every change. The returned function ends that. */
  onDidChange(listener: () => void): () => void {
    return this.#changed.add(listener);
  }

  #forgetOldest(): void {
    const oldest = Math.min(...this.#slots.keys());
    this.#slots.delete(oldest);
    const stretch = beginOf(oldest, stretchMs);
    if (beginOf(this.since ?? oldest, stretchMs) > stretch) this.#stretches.delete(stretch);
  }
}

const beginOf = (at: number, lengthMs: number): number => Math.floor(at / lengthMs) * lengthMs;

function slotIn(slots: Map<number, MetricSlot>, at: number): MetricSlot {
  const slot = slots.get(at) ?? new MetricSlot();
  slots.set(at, slot);
  return slot;
}
