/** A piece of a file that an answer quotes, and what is to stand in its place. Lines end with `\n`, whatever the file has. */
export interface EditBlock {
  /** The path of the file as it was sent; undefined: none that was sent is meant, or it is not clear which. */
  readonly file?: string;
  /** The file as the answer names it. */
  readonly named: string;
  readonly search: readonly string[];
  readonly replace: readonly string[];
  /** Why it is only shown; undefined: it is well-formed. */
  readonly fault?: BlockFault;
}

/**
 * cut: the answer ends in it. unfinished: another one begins in it. dividers: it cannot be told where the quoted lines end.
 * unknown-file: it names a file that was not sent. no-file: it names none.
 */
export type BlockFault = 'cut' | 'unfinished' | 'dividers' | 'unknown-file' | 'no-file';

/**
 * missing: the quoted lines stand nowhere in the file. several: in more than one place. empty: nothing is quoted. elided: a remark
 * stands in place of code. same: it changes nothing. repeated: another block says the same. overlaps: another one changes these lines.
 */
export type PlaceFault = 'missing' | 'several' | 'empty' | 'elided' | 'same' | 'repeated' | 'overlaps';
