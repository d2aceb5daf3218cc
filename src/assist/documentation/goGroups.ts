import type { CodeLines } from '../enclosing/codeLines.ts';
import type { LineRange } from '../enclosing/lineRange.ts';

/** The constants and variables of Go that stand in brackets: one comment above all of them is what its tools ask for. */
export interface GoGroups {
  /** The group around a line, with its brackets. */
  at(line: number): LineRange | undefined;
}

const none: GoGroups = { at: () => undefined };

/** The groups of a file. */
export function goGroups({ family, codeLines }: CodeLines): GoGroups {
  if (family !== 'go') return none;
  const groups = new Map<number, LineRange>();
  let first = -1;
  for (const [line, text] of codeLines.entries()) {
    if (/^(?:const|var)[ \t]*\([ \t]*$/.test(text)) first = line;
    else if (first >= 0 && text.startsWith(')')) {
      for (let inner = first; inner <= line; inner += 1) groups.set(inner, { first, last: line });
      first = -1;
    }
  }
  return { at: line => groups.get(line) };
}
