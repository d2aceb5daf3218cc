import type { Confidence, Sign } from '../model/answer.ts';

export interface Thresholds {
  /** Above it an answer is shown as usual. Default 0.8. */
  readonly auto: number;
  /** Above it an answer is shown with the disclaimer, at or below it a person decides. Default 0.5. */
  readonly review: number;
}

export type Verdict = 'pass' | 'disclaim' | 'review';

/**
 * What is done with an answer. One without a confidence was not judged because there is nothing to judge: the provider
 * declined, or the offline rules spoke; those have notices of their own.
 */
export function verdictOf(confidence: Confidence | undefined, { auto, review }: Thresholds): Verdict {
  if (!confidence || confidence.score > auto) return 'pass';
  return confidence.score > review ? 'disclaim' : 'review';
}

/** The signs that speak against an answer: what is only told, or speaks for it, is left out. */
export const doubtsIn = (signs: readonly Sign[]): readonly Sign[] =>
  signs.filter(({ weight }) => weight === 'hard' || weight === 'soft');
