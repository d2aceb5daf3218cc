import type { CircuitEntry, JournalEntry, QuestionEntry } from '../../../core/journal/journalEntry.ts';
import type { PassedOver } from '../../../core/status/questionOutcome.ts';
import { maxPoints } from '../../../shared/dashboardProtocol.ts';

/** A question as its point in the timeline needs it. */
export interface TimelinePoint {
  /** Wall-clock ms. */
  readonly at: number;
  readonly tookMs: number;
  readonly task?: string;
  readonly went: PointWent;
  /** Id of the target that answered; undefined: none did. */
  readonly by?: string;
  /** Id of the target that was passed over first, and why. */
  readonly insteadOf?: string;
  readonly passedOver?: PassedOver;
  /** Why no model answered. */
  readonly failure?: QuestionEntry['insteadOf'];
}

/** 'memory': a model's earlier answer. 'without-model': something stood in for one. */
export type PointWent = 'first' | 'fallback' | 'memory' | 'without-model' | 'failed' | 'cancelled';

const mostCircuitEntries = 1_000;

/**
 * The latest questions and changes of circuits, small enough to be drawn one by one. Rehearsed ones are not in it. Entries
 * of other windows and of earlier days may come in any order.
 */
export class RecentEntries {
  #points: TimelinePoint[] = [];
  #circuits: CircuitEntry[] = [];
  /** The latest question that was let go, wall-clock ms. */
  #forgottenAt = -Infinity;

  add(entry: JournalEntry): void {
    if (entry.kind === 'circuit') this.#circuits.push(entry);
    if (entry.kind === 'question' && !entry.rehearsed) this.#points.push(pointOf(entry));
    if (this.#points.length >= 2 * maxPoints) this.#forgetOldest();
    if (this.#circuits.length >= 2 * mostCircuitEntries) this.#circuits = latest(this.#circuits, mostCircuitEntries);
  }

  /** Is every question since then still here, one by one? */
  isWholeSince(from: number): boolean {
    return this.#forgottenAt < from;
  }

  /** Questions that began at or after `from` and before `to`, in the order of time. */
  points(from: number, to: number): readonly TimelinePoint[] {
    return this.#points.filter(({ at }) => at >= from && at < to).toSorted(byTime);
  }

  /** Changes of circuits before `to`, in the order of time: what was open at `from` was opened before. */
  circuits(to: number): readonly CircuitEntry[] {
    return this.#circuits.filter(({ at }) => at < to).toSorted(byTime);
  }

  clear(): void {
    this.#points = [];
    this.#circuits = [];
    this.#forgottenAt = -Infinity;
  }

  #forgetOldest(): void {
    const sorted = this.#points.toSorted(byTime);
    this.#points = sorted.slice(-maxPoints);
    this.#forgottenAt = Math.max(this.#forgottenAt, sorted.at(-maxPoints - 1)?.at ?? -Infinity);
  }
}

const byTime = (one: { readonly at: number }, other: { readonly at: number }): number => one.at - other.at;

const latest = <Entry extends { readonly at: number }>(entries: readonly Entry[], count: number): Entry[] =>
  entries.toSorted(byTime).slice(-count);

function pointOf({ at, tookMs, task, outcome, from, freshness, insteadOf, fallback }: QuestionEntry): TimelinePoint {
  const common = { at, tookMs: Math.max(0, tookMs), ...(task !== undefined && { task }) };
  if (outcome === 'cancelled') return { ...common, went: 'cancelled' };
  if (outcome !== 'answered') return { ...common, went: 'failed', failure: outcome };
  if (insteadOf !== undefined || from === undefined)
    return { ...common, went: 'without-model', ...(insteadOf !== undefined && { failure: insteadOf }) };
  if (freshness !== undefined && freshness !== 'live') return { ...common, went: 'memory', by: from };
  if (!fallback) return { ...common, went: 'first', by: from };
  return { ...common, went: 'fallback', by: from, insteadOf: fallback.insteadOf, passedOver: fallback.because };
}
