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

/** What a declaration stands in, and between which others. */
export interface DeclaredIn {
  readonly container: Declaration | undefined;
  readonly groups: GoGroups;
  /** By the line in which a declaration begins, the first line of what belongs to it, once that was looked for. */
  readonly leading: Map<number, number>;
  readonly between: Between;
}

/** Lines in which the declarations next to one have their names, above and below it; undefined: there is none. */
export interface Between {
  readonly above: number | undefined;
  readonly below: number | undefined;
}

/**
 * Where a declaration stands in its text, and what stands before its name; undefined: no comment of its own can be put to it, for
 * it shares its line with something else, or its name stands in a comment or a text.
 */
export function declarationIn(
  code: CodeLines,
  symbol: DeclaredSymbol,
  { container, groups, leading, between }: DeclaredIn,
): Declaration | undefined {
  const { name, nameLine, nameColumn } = symbol;
  const nameText = code.codeLines[nameLine] ?? '';
  if (name.length > longestLine || nameText.length > longestLine || !/[^\s"]/.test(nameText)) return undefined;
  const group = groups.at(nameLine);
  const head = group?.first ?? headLine(code, symbol);
  if (container !== undefined && head <= container.symbol.nameLine) return undefined;
  const top = group ? head : topLine(code, symbol, head);
  const first =
    leading.get(top) ?? leadingLine(code, top, lastBefore(top, [between.above, container?.symbol.nameLine]));
  leading.set(top, first);
  const nameStart = code.starts[nameLine] ?? 0;
  const before = codeBetween(code, head, nameStart + Math.min(nameColumn, nameText.length));
  const lead = codeBetween(code, first, nameStart + nameText.length);
  const last =
    group?.last ?? Math.max(nameLine, Math.min(symbol.endLine, (between.below ?? Infinity) - 1, code.lines.length - 1));
  return { symbol, first, head, last, before, lead, container };
}

/** Nothing that stands in one of these lines, or above it, belongs to what begins in this one. */
const lastBefore = (top: number, lines: readonly (number | undefined)[]): number =>
  Math.max(-1, ...lines.filter(line => line !== undefined).filter(line => line < top));

/** The end of the code from this line to this offset. */
const codeBetween = ({ code, starts }: CodeLines, line: number, to: number): string =>
  code.slice(Math.max(starts[line] ?? 0, to - longestBefore), to);

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
