/** What else the editor found that helps to understand the code: all of it evidence, none of it what is asked about. */
export interface Evidence {
  /** What the project is made with: 'package manager: pnpm'. */
  readonly project?: readonly string[];
  /** The cells of the notebook before the one asked about, without what they put out. */
  readonly cells?: readonly FoundText[];
  /** Where names in the code are defined. */
  readonly definitions?: readonly FoundText[];
  /** Places that use what the code declares. */
  readonly callers?: readonly FoundText[];
  /** What the user has changed last, the last first. */
  readonly edits?: readonly FoundText[];
  /** What the editor itself offers to do about the problems in the code, by what it calls that. */
  readonly fixes?: readonly string[];
  /** Names of files that stand open, those that can be seen first and with what they declare: 'src/tax.ts: Tax (of, rate)'. */
  readonly openFiles?: readonly string[];
}

/** Lines of a file, as they may be sent. */
export interface FoundText {
  /** How the file is called. */
  readonly file: string;
  /** The first line, 1-based. */
  readonly line: number;
  /** VS Code's language id. */
  readonly language: string;
  readonly text: string;
}
