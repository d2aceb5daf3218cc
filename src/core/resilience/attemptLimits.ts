/** Limits of one attempt, ms. */
export interface AttemptLimits {
  readonly connectMs: number;
  /** From the start to the first token, thinking included. */
  readonly firstTokenMs: number;
  /** It needs so long until its first token: it gets that also where another target could answer sooner. Default false. */
  readonly isSlowByNature?: boolean;
  /** Longest silence between tokens. */
  readonly idleMs: number;
}
