/** A function that reads what others wrote: a model, a server, a workspace, whoever can write our files. */
export interface ForeignReader {
  readonly name: string;
  /** The longest text that it is given, or that it looks at, characters. */
  readonly limit: number;
  /** By whose grammar it can be hurt; see `hostileTexts`. */
  readonly grammars: readonly string[];
  /** The text as the reader is given it, when it stands within another; the reader does not make it. */
  readonly given?: (text: string) => string;
  readonly read: (text: string) => unknown;
}
