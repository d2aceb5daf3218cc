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
  /** What failed, each by its name with the reason in short: said again at the end, where it is looked for. */
  readonly failed?: readonly string[];
  /** The test files or scenes that it failed in, as `only` names them; undefined: not known of each. */
  readonly failedIn?: readonly string[];
}

/** Plays one group of tests. */
export type Play = (request: LaneRequest) => Promise<LaneResult>;

/** One group of tests: `npm test` plays most of them, `npm test -- NAME` one of them. */
export interface Lane {
  readonly play: Play;
  /** What it needs of the machine: each is made sure of before its first test. Node and npm packages: `run.mjs`. */
  readonly needs: readonly (() => Promise<unknown>)[];
  /** How many minutes its tests may take: at least three times what they take on two cores. */
  readonly limitMinutes: number;
  /** How many seconds it may take to tidy up when it is ended early. Default: 5. */
  readonly graceSeconds?: number;
}
