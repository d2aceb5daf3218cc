/** How much a finding matters: 'error' is a fault, 'warning' may become one, 'information' could be better. */
export type FindingSeverity = 'error' | 'warning' | 'information';

/** What sort of fault a finding is; what a user dismisses is one of these in a file. */
export const findingKinds = ['bug', 'security', 'performance', 'robustness', 'readability', 'other'] as const;

export type FindingKind = (typeof findingKinds)[number];

/** What a review says of some lines of code, which it has quoted. */
export interface CodeFinding {
  /** Where it is, relative to the root of its repository; undefined: in the one file that was reviewed. */
  readonly file?: string;
  readonly severity: FindingSeverity;
  readonly kind: FindingKind;
  /** What is wrong, in a sentence. */
  readonly message: string;
  /** Why it matters; '': it does not say. */
  readonly why: string;
  /** What to do about it; '': it does not say. */
  readonly advice: string;
  /** Lines of the code, 0-based, inclusive. */
  readonly first: number;
  readonly last: number;
  /** These lines as they stand in the code. */
  readonly quoted: string;
  /** What may stand in their place; undefined: nothing is proposed. */
  readonly replacement?: string;
}

/** What a review has found, and what of its answer was left out. */
export interface ReviewFindings {
  /** From above. */
  readonly findings: readonly CodeFinding[];
  /** Their quotation is not in the code, or is none: nobody knows what they speak of. */
  readonly unfounded: number;
  /** Their quotation stands in the code more than once. */
  readonly ambiguous: number;
  /** So many parts of the code were not reviewed: what was answered about them is no review. */
  readonly unread?: number;
}
