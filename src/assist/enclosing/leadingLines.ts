import { indentOf, isBlank, type CodeLines } from './codeLines.ts';

/** A decorator of more lines is not looked for. */
const longestDecorator = 60;
/** Nor are more lines of comments and decorators. */
const mostLeading = 1_000;
/** So many characters of a line show what it begins with. */
const longestLook = 200;

/**
 * The first line of what belongs to a declaration at this line: comments, decorators and attributes directly above it, and below
 * the line `after`.
 */
export function leadingLine(code: CodeLines, line: number, after = -1): number {
  const indent = indentOf(code.lines[line] ?? '');
  let first = line;
  while (first > Math.max(after + 1, line - mostLeading)) {
    const above = first - 1;
    if (isComment(code, above, indent) || isDecorator(code, above)) first = above;
    else {
      const start = decoratorEndingAt(code, above, indent);
      if (start === undefined || start <= after) break;
      first = start;
    }
  }
  return first;
}

/** Comments above Python's functions are told from those that end the function before by their indentation. */
function isComment({ family, lines, codeLines }: CodeLines, line: number, indent: number): boolean {
  const text = lines[line] ?? '';
  if (isBlank(text) || !isBlank(codeLines[line])) return false;
  if (['c', 'csharp', 'swift'].includes(family) && /^\s*#/.test(text)) return false;
  return /^(?:#!|\s*<\?)/.test(text) ? false : family !== 'python' || indentOf(text) === indent;
}

const isDecorator = ({ codeLines, family }: CodeLines, line: number): boolean => {
  const whole = codeLines[line] ?? '';
  const text = whole.slice(0, longestLook);
  const begins = family === 'csharp' ? /^\s*\[.*\]\s*$/ : /^\s*(?:@(?!interface\b)[\w.$]+|#!?\[)/;
  return (
    begins.test(text) &&
    depthOf(whole) === 0 &&
    !/[;{]$/.test(whole.trimEnd()) &&
    !/^\s*@\w+[^()]*\(\)?\s*\{/.test(text)
  );
};

function decoratorEndingAt(code: CodeLines, line: number, indent: number): number | undefined {
  if (!/[)\]}]\s*$/.test(code.codeLines[line] ?? '')) return undefined;
  let depth = depthOf(code.codeLines[line] ?? '');
  for (let at = line - 1; at >= 0 && line - at < longestDecorator && depth < 0; at -= 1) {
    const text = code.codeLines[at] ?? '';
    depth += depthOf(text);
    if (depth === 0)
      return /^\s*(?:@(?!interface\b)[\w.$]+|#!?\[)/.test(text) && indentOf(text) === indent ? at : undefined;
  }
  return undefined;
}

/** How many brackets more are opened than closed; of a long line its beginning counts. */
function depthOf(line: string): number {
  let depth = 0;
  for (const bracket of line.slice(0, 1_000).match(/[()[\]{}]/g) ?? []) depth += '([{'.includes(bracket) ? 1 : -1;
  return depth;
}
