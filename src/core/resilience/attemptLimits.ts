/** Limits of one attempt, ms. */
export interface AttemptLimits {
  readonly connectMs: number;
  /** From the start to the first token, thinking included. */
  readonly firstTokenMs: number;
  /** Longest silence between tokens. */
  readonly idleMs: number;
}
