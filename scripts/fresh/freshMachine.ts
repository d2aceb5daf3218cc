/** A machine, or the next best thing, that has never seen this project. */
export interface FreshMachine {
  /** What it is, and what it does not hide: for the closing line. */
  readonly words: string;
  /** Runs a command of the project in its own copy of the project, passing on what it prints; gives the exit code. */
  run(command: readonly string[]): Promise<number>;
}
