import type { Steps } from '../../core/shared/steps.ts';
import { isBlank } from './codeLines.ts';
import type { LineRange } from './lineRange.ts';

/** Others may run after so many lines. */
const atATime = 500;

/**
 * The part of a text around a line: in Markdown what stands below a heading up to the next one, or, with the cursor in the heading,
 * its whole section; elsewhere, and before the first heading, the paragraph. undefined: the line is empty.
 */
export function* proseBlock(lines: readonly string[], line: number, isMarkdown: boolean): Steps<LineRange | undefined> {
  const headings = isMarkdown ? yield* headingsOf(lines) : [];
  const at = headings.findLastIndex(({ first }) => first <= line);
  const heading = headings[at];
  if (!heading) return paragraphAt(lines, line, headings[0]?.first);
  const isInHeading = line <= heading.last;
  const next = headings.slice(at + 1).find(({ level }) => !isInHeading || level <= heading.level);
  let last = (next?.first ?? lines.length) - 1;
  while (last > heading.last && isBlank(lines[last])) last -= 1;
  return { first: heading.first, last: Math.max(last, Math.min(line, lines.length - 1)) };
}

/** Lines without an empty one between them. `end`: where headings begin. */
export function paragraphAt(lines: readonly string[], line: number, end = lines.length): LineRange | undefined {
  if (isBlank(lines[line])) return undefined;
  let [first, last] = [line, line];
  while (first > 0 && !isBlank(lines[first - 1])) first -= 1;
  while (last + 1 < end && !isBlank(lines[last + 1])) last += 1;
  return { first, last };
}

interface Heading extends LineRange {
  /** 1 is the highest. */
  readonly level: number;
}

/** What begins with '#', or is underlined; not in a block of code, where '#' begins a comment. */
function* headingsOf(lines: readonly string[]): Steps<readonly Heading[]> {
  const found: Heading[] = [];
  let fence: string | undefined;
  for (const [at, line] of lines.entries()) {
    if (at % atATime === 0) yield;
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined && fence === undefined) fence = mark;
    else if (fence !== undefined && mark?.startsWith(fence) === true) fence = undefined;
    if (fence !== undefined) continue;
    const level = /^ {0,3}(#{1,6})(?:\s|$)/.exec(line)?.[1]?.length;
    if (level !== undefined) found.push({ first: at, last: at, level });
    const isUnderlined = at > 0 && /^ {0,3}(?:=+|-{2,})\s*$/.test(line) && isTextLine(lines[at - 1]);
    if (isUnderlined) found.push({ first: at - 1, last: at, level: line.trim().startsWith('=') ? 1 : 2 });
  }
  return found;
}

/** May it be underlined: neither empty, nor a heading, a list, a quotation, a table or a mark of front matter? */
const isTextLine = (line: string | undefined): boolean =>
  line !== undefined && /^ {0,3}[^\s#>|*+~`-]/.test(line) && !line.includes('|');
