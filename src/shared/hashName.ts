/** A name that somebody is typing after `#`, and where it stands. */
export interface HashName {
  readonly name: string;
  /** Of the `#`. */
  readonly start: number;
  readonly end: number;
}

/** The longest that is looked for, characters. */
export const longestHashName = 200;

/** The name that is being typed before this place; undefined: none is. */
export function hashNameAt(words: string, cursor: number): HashName | undefined {
  const from = Math.max(0, cursor - longestHashName);
  const start = words.slice(from, cursor).lastIndexOf('#') + from;
  if (words.charAt(start) !== '#' || start >= cursor) return undefined;
  const name = words.slice(start + 1, cursor);
  const isApart = !/[\p{L}\p{N}_#&/]/u.test(words.charAt(start - 1));
  return isApart && /^[\p{L}\p{N}_./@:-]*$/u.test(name) ? { name, start, end: cursor } : undefined;
}
