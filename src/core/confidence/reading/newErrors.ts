/** A file as it is, and as an edit would leave it. */
export interface ErrorCheck {
  /** VS Code's language id. */
  readonly language: string;
  readonly before: string;
  readonly after: string;
}

/** Something that a compiler finds in the file after the edit and did not find before. */
export interface NewError {
  /** 1-based, in the file after the edit. */
  readonly line: number;
  /** In the compiler's own words, one line; names of the code stand in it. */
  readonly message: string;
}

/**
 * The port that asks a compiler what an edit would break; it may take seconds, so it is never waited for. undefined: it could not
 * be found out. Never rejects.
 */
export type FindNewErrors = (check: ErrorCheck, signal: AbortSignal) => Promise<readonly NewError[] | undefined>;
