/** What the language services know about the code in question: plain data, gathered by the editor. */
export interface Facts {
  /** Path relative to its workspace folder. */
  readonly file: string;
  readonly language: string;
  /** 1-based. */
  readonly startLine: number;
  readonly endLine: number;
  /** Name of the symbol that encloses the selection, '' if none. */
  readonly symbol: string;
  readonly symbolKind: string;
  /** The name of the class or the like that the symbol is a member of, '' if of none. */
  readonly container: string;
  /** Signature and documentation as hovers and the signature help tell them; plain text. */
  readonly hovers: readonly string[];
  /** Problems that are shown in it; `file`: of changes, where each is. */
  readonly diagnostics: readonly {
    readonly line: number;
    readonly severity: string;
    readonly message: string;
    readonly file?: string;
  }[];
  readonly references: readonly { readonly file: string; readonly line: number }[];
  readonly children: readonly { readonly name: string; readonly kind: string; readonly line: number }[];
  /** What calls it, and what it calls, as the call hierarchy knows it. */
  readonly callers: readonly CallPlace[];
  readonly callees: readonly CallPlace[];
  /** What the editor itself offers to do about its problems. */
  readonly fixes: readonly OfferedFix[];
}

/** A function, and where it is declared. */
export interface CallPlace {
  readonly name: string;
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** It is of a library, outside of the workspace; `file` is its name then, without the folders. */
  readonly isOutside?: boolean;
}

/** A quick fix of VS Code or of another extension. */
export interface OfferedFix {
  readonly title: string;
  /** The line of its problem, 1-based. */
  readonly line: number;
  /** Does who offers it say that it is the one that mends the cause? */
  readonly isPreferred: boolean;
  /** What the code that was asked about becomes by it; undefined: it changes something else as well, or its change is not known. */
  readonly code?: string;
}
