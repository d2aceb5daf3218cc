import { isBlank, type CodeLines } from '../enclosing/codeLines.ts';
import { leadingLine } from '../enclosing/leadingLines.ts';
import type { Declaration, DeclaredSymbol } from './declared.ts';
import type { GoGroups } from './goGroups.ts';

/** Its modifiers, types and attributes stand at most so many lines above its name. */
const mostAbove = 60;
/** In a longer line there is more than one declaration: it is minified, or data. */
const longestLine = 1_000;
/** A name stands within so many characters of where its declaration begins. */
const longestBefore = 4_000;

/** Ends a line after which the same declaration goes on. */
const modifierAtEnd =
  /(?:^|[\s)])(?:export|default|const|let|var|function|async|abstract|declare|public|private|protected|internal|static|final|override|open|suspend|inline|unsafe|extern|virtual|sealed|partial)\s*$/;
/** Families whose statements end with a mark, so that what has none goes on. */
const marked: readonly string[] = ['c', 'java', 'csharp', 'php', 'dart'];

/** What a declaration stands in, and where the next one has its name. */
export interface DeclaredIn {
  readonly container: Declaration | undefined;
  readonly groups: GoGroups;
  readonly before?: number | undefined;
}

/**
 * Where a declaration stands in its text, and what stands before its name; undefined: it shares its line with something else, so
 * that no comment of its own can be put to it.
 */
export function declarationIn(
  code: CodeLines,
  symbol: DeclaredSymbol,
  { container, groups, before: next = code.lines.length }: DeclaredIn,
): Declaration | undefined {
  const { name, nameLine, nameColumn } = symbol;
  if (nameLine >= code.lines.length || name.length > longestLine) return undefined;
  if ((code.lines[nameLine] ?? '').length > longestLine) return undefined;
  const group = groups.at(nameLine);
  const head = group?.first ?? headLine(code, symbol);
  if (container !== undefined && head <= container.symbol.nameLine) return undefined;
  const top = group ? head : topLine(code, symbol, head);
  const first = leadingLine(code, top);
  const whole = code.codeLines.slice(head, nameLine).join('\n');
  const before = [whole, (code.codeLines[nameLine] ?? '').slice(0, nameColumn)].join('\n').slice(-longestBefore);
  const lead = code.codeLines
    .slice(first, nameLine + 1)
    .join('\n')
    .slice(-longestBefore);
  const last = group?.last ?? Math.max(nameLine, Math.min(symbol.endLine, next - 1, code.lines.length - 1));
  return { symbol, first, head, last, before, lead, container };
}

/** Up from the name, over what belongs to the same statement. */
function headLine(code: CodeLines, { nameLine }: DeclaredSymbol): number {
  let line = nameLine;
  while (line > 0 && nameLine - line < mostAbove && goesOn(code, line - 1)) line -= 1;
  return code.family === 'c' ? templateLine(code, line) : line;
}

/** Where the parameters of a template begin, when this line only ends them. */
function templateLine({ codeLines }: CodeLines, from: number): number {
  const opened = (line: number): number => {
    const text = (codeLines[line] ?? '').slice(0, longestLine).replaceAll('->', '');
    return text.split('<').length - text.split('>').length;
  };
  let depth = opened(from);
  for (let line = from - 1; line >= 0 && depth < 0 && from - line < mostAbove; line -= 1) {
    depth += opened(line);
    if (depth >= 0) return /^\s*template\b/.test(codeLines[line] ?? '') ? line : from;
  }
  return from;
}

function goesOn({ codeLines, lines, family }: CodeLines, line: number): boolean {
  const text = (codeLines[line] ?? '').slice(-longestLine).trimEnd();
  if (isBlank(text) || ['python', 'ruby', 'go', ''].includes(family)) return false;
  if (modifierAtEnd.test(text)) return true;
  if (!marked.includes(family) || /^\s*(?:[@#[]|[A-Z][A-Z0-9_]*(?:\(.*\))?$)/.test(text)) return false;
  const isTemplate = family === 'c' && /^\s*template\b/.test(text);
  return (
    isTemplate || (/[\w>*&~]$/.test(text) && !/^\s*(?:case|default)\b/.test(text) && !/^\s*#/.test(lines[line] ?? ''))
  );
}

/** Where the language service lets it begin, when that is a little above: with attributes of several lines. */
function topLine({ codeLines }: CodeLines, { startLine }: DeclaredSymbol, head: number): number {
  if (startLine >= head || head - startLine > mostAbove) return head;
  let top = startLine;
  while (top < head && isBlank(codeLines[top])) top += 1;
  return top;
}
