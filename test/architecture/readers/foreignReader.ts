/** A function that reads what others wrote: a model, a server, a workspace, whoever can write our files. */
export interface ForeignReader {
  readonly name: string;
  /** The longest text that it is given, or that it looks at, characters. */
  readonly limit: number;
  /** By whose grammar it can be hurt; see `hostileTexts`. */
  readonly grammars: readonly string[];
  readonly read: (text: string) => unknown;
}
