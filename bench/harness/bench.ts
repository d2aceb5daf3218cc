import type { Goal } from './goal.ts';

/** One line of a bench's table. */
export interface Row {
  readonly measure: string;
  readonly steadfast: string;
  /** What it is compared with, measured in the same run. */
  readonly baseline?: string;
  readonly ratio?: string;
  /** How it was obtained, or how far it scatters. */
  readonly remark?: string;
}

export interface Figures {
  /** What was played, by what rules: printed above the table. */
  readonly preface?: readonly string[];
  readonly rows: readonly Row[];
  readonly goals: readonly Goal[];
}

/** Measures something and says what it ought to be. */
export type Bench = () => Promise<Figures>;
