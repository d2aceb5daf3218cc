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
  /** Signature and documentation as hovers and the signature help tell them; plain text. */
  readonly hovers: readonly string[];
  readonly diagnostics: readonly { readonly line: number; readonly severity: string; readonly message: string }[];
  readonly references: readonly { readonly file: string; readonly line: number }[];
  readonly children: readonly { readonly name: string; readonly kind: string; readonly line: number }[];
}
