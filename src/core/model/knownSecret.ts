/** A whole line of a document, and where in it a secret stands: from `start` up to but without `end`. */
export interface SecretLine {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * A secret that was found in a whole document, before anything of that was cut: line by line, because what is cut is cut
 * between lines, and a line that is left over must be known again.
 */
export interface KnownSecret {
  readonly lines: readonly SecretLine[];
}
