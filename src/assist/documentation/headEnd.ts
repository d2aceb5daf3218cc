import type { CodeLines } from '../enclosing/codeLines.ts';

/** Where the colon stands that ends the head of a definition of Python, at most in this last line. */
export function headEnd(
  { codeLines }: CodeLines,
  head: number,
  last = codeLines.length - 1,
): { readonly line: number; readonly column: number } | undefined {
  let depth = 0;
  for (let line = head; line <= last; line += 1) {
    const text = codeLines[line] ?? '';
    for (let column = 0; column < text.length; column += 1) {
      const character = text.charAt(column);
      if ('([{'.includes(character)) depth += 1;
      else if (')]}'.includes(character)) depth -= 1;
      else if (character === ':' && depth === 0) return { line, column };
    }
  }
  return undefined;
}
