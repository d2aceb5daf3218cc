/** Where the code that a proposal replaces stands now, as offsets into the document's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds the original code again after the user has typed elsewhere: at its old offset, or else at the only other place
 * where it stands to the letter. undefined when it is gone, changed, or stands several times (F141, F185).
 */
export function anchor(text: string, original: string, start: number): Span | undefined {
  if (original === '') return start <= text.length ? { start, end: start } : undefined;
  if (text.startsWith(original, start)) return { start, end: start + original.length };
  const first = text.indexOf(original);
  if (first < 0 || text.includes(original, first + 1)) return undefined;
  return { start: first, end: first + original.length };
}
