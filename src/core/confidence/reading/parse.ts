/**
 * The port that knows languages: does this text parse as a whole file of the language? `language` is VS Code's id; one
 * that the port does not know, or a text too long for it, is 'unknown'. Never rejects for what the text holds.
 */
export type Parse = (language: string, code: string) => Promise<Parsed>;

export interface Parsed {
  readonly verdict: 'parses' | 'fails' | 'unknown';
  /** Where it fails, 1-based; undefined when the parser does not say. */
  readonly line?: number;
  /** Its grammar is known to refuse some right code, so 'fails' is a doubt and no more. Default: false. */
  readonly hasGaps?: boolean;
}
