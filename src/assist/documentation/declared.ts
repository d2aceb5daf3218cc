/** What a language service tells of a declaration. Lines are 0-based. */
export interface DeclaredSymbol {
  readonly name: string;
  /** As VS Code calls it: 'Function', 'Class', … */
  readonly kind: string;
  readonly startLine: number;
  /** Inclusive. */
  readonly endLine: number;
  /** Where its name stands. */
  readonly nameLine: number;
  readonly nameColumn: number;
  readonly children: readonly DeclaredSymbol[];
}

/** A file, and what its language service says it declares. */
export interface DeclaredFile {
  readonly text: string;
  /** VS Code's language id. */
  readonly language: string;
  /** Its path or name. */
  readonly file: string;
  readonly symbols: readonly DeclaredSymbol[];
}

/** A declaration in its text. */
export interface Declaration {
  readonly symbol: DeclaredSymbol;
  /** The first line of what belongs to it: comments, decorators, attributes. */
  readonly first: number;
  /** The line in which it begins itself. */
  readonly head: number;
  /** Inclusive. */
  readonly last: number;
  /** The code from the beginning of `head` to its name. */
  readonly before: string;
  /** The code from `first` to the end of the line with its name. */
  readonly lead: string;
  /** What it is declared in; undefined: the file. */
  readonly container: Declaration | undefined;
}
