/** A stretch of whole lines of an answer, which is code or prose. */
export interface AnswerStretch {
  readonly start: number;
  readonly end: number;
  readonly isCode: boolean;
}

/** Is this line the fence of a code block? How a block ends is not looked at closely: too much is taken for code at worst. */
export const isFence = (line: string): boolean => /^\s{0,12}(?:[-*>]\s?)?(?:```|~~~)/.test(line);

/** The fenced blocks of an answer, and what stands around them; without fences all is one or the other. */
export function stretchesOf(text: string, isCodeAsked: boolean): readonly AnswerStretch[] {
  const found: AnswerStretch[] = [];
  let isFenced = false;
  let start = 0;
  let lineStart = 0;
  const add = (end: number): void => {
    if (end > start) found.push({ start, end, isCode: isFenced || isCodeAsked });
    start = end;
  };
  for (const line of text.split('\n')) {
    if (isFence(line)) {
      add(lineStart);
      isFenced = !isFenced;
    }
    lineStart += line.length + 1;
  }
  add(text.length);
  return found;
}
