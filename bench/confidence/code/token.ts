/** A piece of code, without the blanks between pieces. */
export interface Token {
  /** 'word': a name or a keyword. 'text': a string, a regular expression, a piece of a template, text among elements. */
  readonly kind: 'word' | 'number' | 'text' | 'comment' | 'sign';
  readonly text: string;
  /** Where it begins. */
  readonly at: number;
}

export const endOf = ({ at, text }: Token): number => at + text.length;

/** Tokens without comments: what the code does. */
export const doing = (tokens: readonly Token[]): readonly Token[] => tokens.filter(({ kind }) => kind !== 'comment');

/** The code with one stretch of it replaced. */
export const replaced = (
  code: string,
  { at, to, by }: { readonly at: number; readonly to: number; readonly by: string },
) => code.slice(0, at) + by + code.slice(to);
