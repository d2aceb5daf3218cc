/** Who is being asked at this moment, for whoever waits for the answer. */
export interface Asking {
  /** Id of the target. */
  readonly target: string;
  /** 1, 2, … within this question. */
  readonly attempt: number;
  /** Monotonic ms. */
  readonly startedAt: number;
  /** Monotonic ms: when its silence ends the attempt. */
  readonly silentAt: number;
  /** Id of the target that is asked then; undefined: there is no other. */
  readonly next?: string;
}
