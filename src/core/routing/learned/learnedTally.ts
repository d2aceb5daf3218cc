import { learnedTasks, levelOf, levels, taskNumber, type LearnedOutcome } from './learnedOutcome.ts';

/** How fast what was seen counts less: a half after three weeks, and of what tells a sudden change, after a day and a half. */
const halfLivesMs = { long: 21 * 86_400_000, late: 1.5 * 86_400_000 };

/** What is left of each of the two after some time. */
export interface Fading {
  readonly long: number;
  readonly late: number;
}

/** How much of what is known is left after `passedMs`. */
export const fadingAfter = (passedMs: number): Fading => ({
  long: 2 ** (-passedMs / halfLivesMs.long),
  late: 2 ** (-passedMs / halfLivesMs.late),
});

/** How many cells a target has: one for each task at each level. */
export const cellCount = learnedTasks.length * levels;

/** The cell of a task, by its number, at a level. */
export const cellAt = (task: number, level: number): number => task * levels + level;

/**
 * What was seen of one target: sums that fade, of a fixed size, however many questions there were. By cell how many answers
 * there were, and how many were kept: of long, and once more of late, to tell a sudden change.
 */
export class LearnedTally {
  readonly of = new Float64Array(cellCount);
  readonly kept = new Float64Array(cellCount);
  readonly lateOf = new Float64Array(cellCount);
  readonly lateKept = new Float64Array(cellCount);
  /** What answers cost and how long they took, of long, and how many of them said so: for a mean where nothing else is known. */
  readonly expense = { costUsd: 0, pricedOf: 0, tookMs: 0, of: 0 };
  /** Sum of the squares of what each answer of late counts: how far `lateKept` may lie beside what is usual, by chance. */
  lateSquares = 0;

  /** Adds one answer that has faded so far. */
  add({ task, score, kept, costUsd, tookMs }: LearnedOutcome, { long, late }: Fading): void {
    const cell = cellAt(taskNumber(task), levelOf(score));
    increase(this.of, cell, long);
    increase(this.lateOf, cell, late);
    if (kept) increase(this.kept, cell, long);
    if (kept) increase(this.lateKept, cell, late);
    this.lateSquares += late ** 2;
    this.expense.of += long;
    this.expense.tookMs += long * tookMs;
    if (costUsd === undefined) return;
    this.expense.pricedOf += long;
    this.expense.costUsd += long * costUsd;
  }

  /** Time goes by: all sums become smaller. */
  fade({ long, late }: Fading): void {
    for (let cell = 0; cell < cellCount; cell += 1) {
      this.of[cell] = (this.of[cell] ?? 0) * long;
      this.kept[cell] = (this.kept[cell] ?? 0) * long;
      this.lateOf[cell] = (this.lateOf[cell] ?? 0) * late;
      this.lateKept[cell] = (this.lateKept[cell] ?? 0) * late;
    }
    this.lateSquares *= late ** 2;
    this.expense.costUsd *= long;
    this.expense.pricedOf *= long;
    this.expense.tookMs *= long;
    this.expense.of *= long;
  }
}

function increase(sums: Float64Array, cell: number, by: number): void {
  sums[cell] = (sums[cell] ?? 0) + by;
}
