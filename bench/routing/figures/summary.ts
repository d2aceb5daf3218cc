import type { Task } from '../../../src/core/model/purpose.ts';
import type { PlayedWorld } from '../play/play.ts';
import { dayMs, worldDays, type World } from '../worlds/world.ts';

/** What one policy came to in one world. */
export interface Summary {
  /** US dollars a thousand questions. */
  readonly costUsd: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** Share of answers that were kept. */
  readonly kept: number;
  /** Kept, less cost and time, a question. */
  readonly worth: number;
  /** The same of questions 501 to 1 000, and of all from 3 001 on. */
  readonly early: number;
  readonly late: number;
  /** By week, mean worth. */
  readonly weeks: readonly number[];
  /** By task, share kept and US dollars a thousand questions. */
  readonly tasks: ReadonlyMap<Task, { readonly kept: number; readonly costUsd: number }>;
}

const weekMs = 7 * dayMs;
const wholeWeeks = Math.floor((worldDays * dayMs) / weekMs);

/** Sums up what was played. */
export function summaryOf({ questions }: World, { kept, costUsd, tookMs, worth }: PlayedWorld): Summary {
  const times = tookMs.toSorted();
  const weeks = Array.from({ length: wholeWeeks }, (_, week) =>
    meanAt(
      worth,
      numbersOf(questions, ({ at }) => Math.floor(at / weekMs) === week),
    ),
  );
  const tasks = new Map(
    [...new Set(questions.map(({ task }) => task))].map(task => {
      const numbers = numbersOf(questions, each => each.task === task);
      return [task, { kept: meanAt(kept, numbers), costUsd: 1000 * meanAt(costUsd, numbers) }] as const;
    }),
  );
  return {
    costUsd: 1000 * mean(costUsd),
    p50Ms: times[Math.floor(times.length * 0.5)] ?? 0,
    p95Ms: times[Math.floor(times.length * 0.95)] ?? 0,
    kept: mean(kept),
    worth: mean(worth),
    early: mean(worth.subarray(500, 1000)),
    late: mean(worth.subarray(3000)),
    weeks,
    tasks,
  };
}

const numbersOf = (
  questions: World['questions'],
  isMeant: (asked: World['questions'][0]) => boolean,
): readonly number[] => questions.filter(isMeant).map(({ number }) => number);

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const meanAt = (values: Float64Array, numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + (values[number] ?? 0), 0) / numbers.length;
