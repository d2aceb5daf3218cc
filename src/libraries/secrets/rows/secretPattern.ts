/** A secret that is known by its shape or by what stands around it. */
export interface SecretPattern {
  readonly kind: string;
  /** Lower case. Only where one of these stands can the pattern match: a cheap look before the dear one. */
  readonly near: readonly string[];
  /** Does what is near stand in the same long run (`longRuns`) as the secret? */
  readonly inRun: boolean;
  /**
   * With flags `d` and `g`. The group `secret` is what must be masked. It must be linear: no unbounded repetition that
   * could begin anywhere and end in failure (test/libraries/secrets.test.ts feeds each with long hostile text).
   */
  readonly pattern: RegExp;
  /** Is this match a secret, or a word, a placeholder, a reference to one? */
  readonly isLikely: (secret: string) => boolean;
}

/** How a pattern finds its secrets. */
export interface PatternRule {
  /** A regular expression with a group `secret`. */
  readonly source: string;
  /** Default: whatever matches is a secret. */
  readonly isLikely?: SecretPattern['isLikely'];
  /** Default 'dg'. */
  readonly flags?: 'dg' | 'dgi' | 'dgm';
}

/** One row of a table of patterns. `near`: see `SecretPattern`. */
export const row = (kind: string, near: readonly string[], rule: PatternRule): SecretPattern => {
  const { source, isLikely = () => true, flags = 'dg' } = rule;
  return { kind, near, inRun: false, pattern: new RegExp(source, flags), isLikely };
};

/** A row whose `near` stands in the same long run as the secret: see `SecretPattern`. */
export const inRun = (...cells: Parameters<typeof row>): SecretPattern => ({ ...row(...cells), inRun: true });
