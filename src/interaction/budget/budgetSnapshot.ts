import type { Memento } from 'vscode';
import type { Clock } from '../../core/model/clock.ts';
import type { Measure, Spending } from '../../core/budget/spending.ts';

const key = 'budget.glance';

/** As it is kept: with the local day it was true on. */
interface StoredSpending {
  readonly day: string;
  readonly measures: readonly Measure[];
  readonly isEstimated: boolean;
  /** Since 2026-11-30. */
  readonly todayUsd?: number;
}

/**
 * What is used of the budget, known without reading a file: the status is shown before the ledger is read. As soon as that
 * is, it tells what it says.
 */
export class BudgetSnapshot {
  readonly #memento: Memento;
  readonly #clock: Clock;
  readonly #listeners = new Set<() => void>();
  #now: Spending | undefined;

  constructor(memento: Memento, clock: Clock) {
    this.#memento = memento;
    this.#clock = clock;
  }

  get now(): Spending | undefined {
    return this.#now ?? this.#keptOne();
  }

  /** So much it is now. */
  set(spending: Spending): void {
    this.#now = spending;
    const { measures, isEstimated, todayUsd } = spending;
    const stored: StoredSpending = {
      ...{ day: dayOf(this.#clock.wall()), measures, isEstimated },
      ...(todayUsd !== undefined && { todayUsd }),
    };
    void this.#memento.update(key, stored);
    for (const listener of this.#listeners) listener();
  }

  /** Calls back after every change in this window. The returned function ends that. */
  onDidChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What was true today when a window was last open; of another day nothing is said. */
  #keptOne(): Spending | undefined {
    const kept = this.#memento.get<unknown>(key);
    if (!isKept(kept) || kept.day !== dayOf(this.#clock.wall())) return undefined;
    const { measures, isEstimated, todayUsd } = kept;
    return { measures, isEstimated, isKept: true, ...(todayUsd !== undefined && { todayUsd }) };
  }
}

const dayOf = (wallMs: number): string => new Date(wallMs).toDateString();

function isKept(value: unknown): value is StoredSpending {
  if (typeof value !== 'object' || value === null) return false;
  const { day, measures, isEstimated, todayUsd = 0 } = value as Readonly<Record<string, unknown>>;
  const isDated = typeof day === 'string' && typeof isEstimated === 'boolean' && Number.isFinite(todayUsd);
  return isDated && Array.isArray(measures) && measures.every(isMeasure);
}

function isMeasure(value: unknown): value is Measure {
  if (typeof value !== 'object' || value === null) return false;
  const { which, used, limit } = value as Readonly<Record<string, unknown>>;
  const isKnown = which === 'day' || which === 'month' || which === 'money';
  return isKnown && Number.isFinite(used) && Number.isFinite(limit);
}
