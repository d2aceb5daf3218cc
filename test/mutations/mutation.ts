/** One rule broken on purpose: a test has to notice. */
export interface Mutation {
  /** The rule as it stands when it is broken: 'the jitter is gone'. */
  readonly name: string;
  /** From the project's folder. */
  readonly file: string;
  /** Must stand in the file exactly once. */
  readonly from: string;
  readonly to: string;
  /** Test files of which at least one has to fail. */
  readonly tests: readonly string[];
}

/** Mutations of one file, each as its name, what stands there, and what stands there instead. */
export const mutationsOf = (
  file: string,
  tests: readonly string[],
  broken: readonly (readonly [name: string, from: string, to: string, ...moreTests: string[]])[],
): readonly Mutation[] =>
  broken.map(([name, from, to, ...moreTests]) => ({ name, file, from, to, tests: [...tests, ...moreTests] }));
