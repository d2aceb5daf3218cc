import type { CodeIndex } from './codeIndex.ts';

/** How names are declared and read in a family of languages. */
export interface Grammar {
  readonly keywords: ReadonlySet<string>;
  /** Words of the language behind which an expression begins. */
  readonly leading: ReadonlySet<string>;
  /** Words of the language that may follow an expression. */
  readonly trailing: ReadonlySet<string>;
  /** What stands before a member. */
  readonly members: ReadonlySet<string>;
  /** Lines that begin with `#` are for the preprocessor. Default: false. */
  readonly hasDirectives?: boolean;
  /** The names that a token declares, by their indexes; it may look at some hundred tokens around it. */
  readonly declaredAt: (index: CodeIndex, at: number) => Iterable<number>;
  /** A word stands where an expression could, and is no name that is read: a key, a type, a label. */
  readonly isNoRead: (index: CodeIndex, at: number) => boolean;
}

/** What a grammar takes for a pattern or the parameters of a function is not longer, in tokens. */
export const longestPattern = 200;

export const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));
