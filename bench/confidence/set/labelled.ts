import type { LanguageId } from '../code/languages.ts';
import type { DamageGroup } from '../damage/damage.ts';
import type { Claim } from '../damage/claims.ts';

/** Tuning: to look at while rules are made. Test: goals are judged on it. */
export type Half = 'tuning' | 'test';

/** What is right, by group: an answer of these must not be told. */
export type GoodGroup = 'good edits' | 'real edits' | 'good explanations' | 'good in voices';
export type BadGroup = DamageGroup | 'bad explanations' | 'bad in voices';

/** One answer with what the builder knows of it. */
export interface Labelled {
  readonly group: GoodGroup | BadGroup;
  readonly kind: string;
  readonly isBad: boolean;
  readonly half: Half;
  readonly language: LanguageId;
  readonly package: string;
  readonly file: string;
  /** What is asked about. Code without a newline at its end. */
  readonly before: string;
  readonly code: string;
  readonly after: string;
  readonly startLine: number;
  readonly task: 'edit' | 'explain';
  readonly instruction: string;
  readonly answer: string;
  readonly finish: 'stop' | 'length';
  /** What words of it would be false; undefined: none, it is right. */
  readonly breaks?: Claim | undefined;
  /** The first line that differs from the good answer; '' when it is right. */
  readonly differs: string;
}

/** The first line of a bad answer that a good one does not have there. */
export function differingLine(good: string, bad: string): string {
  const [one, other] = [good.split('\n'), bad.split('\n')];
  const at = other.findIndex((line, index) => line !== one[index]);
  if (at >= 0) return (other[at] ?? '').trim().slice(0, 100);
  return `(ends before: ${(one[other.length] ?? '').trim().slice(0, 80)})`;
}
