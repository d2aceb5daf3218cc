import { isBlank, type CodeLines } from '../enclosing/codeLines.ts';

/** Lines that belong together: a test, a class, a group of tests, with what stands right above it. 0-based, inclusive. */
export interface Item {
  readonly from: number;
  readonly to: number;
  /** The first line that is no comment and no annotation. */
  readonly head: number;
}

/** A file, or an answer, with how many brackets are open at the beginning of each line and behind the last. */
export interface Nested {
  readonly code: CodeLines;
  readonly depths: readonly number[];
}

/** Counts the brackets of each line. */
export function nested(code: CodeLines): Nested {
  const { codeLines, brackets } = code;
  const depths = [0];
  let depth = 0;
  for (const line of codeLines) {
    for (let at = 0; at < line.length; at += 1) {
      const place = brackets.indexOf(line.charAt(at));
      if (place >= 0) depth += place % 2 === 0 ? 1 : -1;
    }
    depth = Math.max(depth, 0);
    depths.push(depth);
  }
  return { code, depths };
}

/** Does a line begin within a text of several lines? */
export const beginsInText = ({ code, starts }: CodeLines, at: number): boolean =>
  code.charAt((starts[at] ?? 0) - 1) === '"';

const annotation = /^\s*(?:@|#\[|\[\w)/;
const closing = /^\s*(?:[)}\]]|end\b)/;
const depthOf = (line = ''): number => line.length - line.trimStart().length;

/**
 * The items of some lines, as they follow one another at the depth of the first: parted by empty lines, by the line that closes
 * one, or by one that begins as the last did. In Python and Ruby what stands further in belongs to the line above it.
 */
export function itemsIn({ code, depths }: Nested, from: number, to: number): readonly Item[] {
  const { lines, codeLines } = code;
  const byBlanks = ['python', 'ruby'].includes(code.family);
  const first = lines.findIndex((line, at) => at >= from && !isBlank(line));
  const isInner = (at: number): boolean =>
    (depths[at] ?? 0) > (depths[first] ?? 0) ||
    beginsInText(code, at) ||
    (byBlanks && depthOf(lines[at]) > depthOf(lines[first])) ||
    closing.test(lines[at] ?? '');
  const items: Item[] = [];
  let item = { from: -1, to: -1, head: -1, hasBody: false };
  for (let at = Math.max(first, from); at <= to; at += 1) {
    const line = lines[at] ?? '';
    if (isBlank(line)) continue;
    const isOuter = !isInner(at);
    const isParted = item.hasBody || item.to < at - 1 || beginsAlike(line, lines[item.head]);
    if (isOuter && item.head >= 0 && isParted) {
      items.push(item);
      item = { from: -1, to: -1, head: -1, hasBody: false };
    }
    const isHead = isOuter && item.head < 0 && !isBlank(codeLines[at]) && !annotation.test(line);
    item = {
      from: item.from < 0 ? at : item.from,
      to: at,
      head: isHead ? at : item.head,
      hasBody: item.hasBody || !isOuter,
    };
  }
  return (item.head >= 0 ? [...items, item] : items).map(({ from: begin, to: end, head }) => ({
    from: begin,
    to: end,
    head,
  }));
}

const firstWord = (line: string): string => /^\s*[\w.]{1,60}/.exec(line)?.[0].trim() ?? '';

const beginsAlike = (line: string, head: string | undefined): boolean =>
  head !== undefined && firstWord(line) !== '' && firstWord(line) === firstWord(head);
