/** What was asked of a lane on the command line. */
export interface LaneRequest {
  /** Only tests whose names contain this. */
  readonly grep?: string;
  /** Only these test files, or only these scenes in an editor. */
  readonly only: readonly string[];
}

/** How a lane ended. The first code that is not 0 becomes the exit code of the whole run. */
export interface LaneResult {
  readonly code: number;
  /** For the closing line: '25 passed, 0 failed'. */
  readonly words: string;
}

/** One group of tests: `npm test` runs them all, `npm test -- NAME` one of them. */
export type Lane = (request: LaneRequest) => Promise<LaneResult>;
