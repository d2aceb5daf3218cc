import type { Pace } from '../shared/steps.ts';

/** A secret's place in a text: from `start` up to but without `end`. */
export interface Finding {
  readonly start: number;
  readonly end: number;
  /** What it is: 'github', 'private-key', 'assignment', … */
  readonly kind: string;
}

/** Finds the secrets in a text; findings may overlap and come in any order. */
export type Scan = (text: string) => Promise<readonly Finding[]>;

/** What hiding secrets needs. */
export interface Masking {
  readonly scan: Scan;
  /** How others get their turns beside long work. undefined: it is done in one go. */
  readonly pace?: Pace;
}
