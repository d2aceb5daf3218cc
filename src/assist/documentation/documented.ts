import { atOnce } from '../../core/shared/steps.ts';
import { isBlank, readCodeLines, type CodeLines } from '../enclosing/codeLines.ts';
import { docStyleOf, type DocStyle } from './docStyle.ts';

/**
 * The declaration with this comment, which a model wrote, in the place that its language has for it; a comment that documented
 * it before goes. Nothing but comment lines of what the model wrote is taken, so no code can change by that. undefined: it holds
 * no comment, or the code no declaration to put it to.
 */
export function documented(code: string, answered: string, language: string): string | undefined {
  const style = docStyleOf(language);
  const read = (text: string): CodeLines => atOnce(readCodeLines(text.replaceAll('\r\n', '\n'), language));
  const [declaration, answer] = [read(code), read(answered)];
  const lines =
    style.stands === 'inside'
      ? inside(declaration, docstringOf(answer))
      : above(declaration, commentOf(answer, style), style);
  const whole = lines?.join('\n');
  return whole !== undefined && code.includes('\r\n') ? whole.replaceAll('\n', '\r\n') : whole;
}

/** Holds the line a comment and nothing else? */
const isComment = ({ lines, codeLines }: CodeLines, at: number): boolean =>
  at < lines.length && !isBlank(lines[at]) && isBlank(codeLines[at]);

/** The first run of comment lines that documents; what tells a tool something is none. */
function commentOf(answer: CodeLines, { begins }: DocStyle): readonly string[] {
  const isWanted = (at: number) => begins.test((answer.lines[at] ?? '').trim()) && !isDirective(answer.lines[at]);
  let first = 0;
  while (first < answer.lines.length && !(isComment(answer, first) && isWanted(first))) first += 1;
  let last = first;
  while (isComment(answer, last) && !isDirective(answer.lines[last])) last += 1;
  return outdented(answer.lines.slice(first, last));
}

/** What a tool reads: it stays, and it stays next to the code. */
const directive =
  /^\s*(?:\/\/|\/\*+|#)\s*(?:!|go:|nolint|eslint|prettier|biome|oxlint|tslint|@ts-|c8 |v8 |istanbul|webpack|noqa|type:|pylint|pyright|ruff|mypy|pragma|region|endregion|rubocop|frozen_string|typed:|sorbet|swiftlint|ktlint|noinspection|NOLINT|clang-format|cspell|spell-checker|coverage|fmt:|isort|yapf|rustfmt|build )/;
const isDirective = (line = ''): boolean => directive.test(line);

function above(code: CodeLines, comment: readonly string[], { begins }: DocStyle): readonly string[] | undefined {
  const head = code.codeLines.findIndex(line => !isBlank(line));
  if (head < 0 || comment.length === 0) return undefined;
  const over = code.lines.slice(0, head);
  const tools = over.filter(isDirective);
  const kept = withoutLast(
    over.filter(line => !isDirective(line)),
    begins,
  );
  const indent = blanksOf(code.lines[head]);
  return [...kept, ...comment.map(line => indented(line, indent)), ...tools, ...code.lines.slice(head)];
}

/** Without the comment that stands last and documents. */
function withoutLast(lines: readonly string[], begins: RegExp): readonly string[] {
  const written = lines.findLastIndex(line => !isBlank(line));
  let first = written;
  while (first > 0 && !isBlank(lines[first - 1])) first -= 1;
  const isBlock = (from: number) => (lines[from] ?? '').trim().startsWith('/*');
  if (written >= 0 && /\*\/\s*$/.test(lines[written] ?? '')) {
    first = written;
    while (first > 0 && !isBlock(first)) first -= 1;
  }
  const documents = written >= 0 && begins.test((lines[first] ?? '').trim());
  return documents ? lines.slice(0, first) : lines;
}

/** The first text of several quotes, whole; of several lines or of one. */
function docstringOf({ lines, codeLines }: CodeLines): readonly string[] {
  const isQuoted = (at: number) => /^\s*[rRuU]?"+\s*$/.test(codeLines[at] ?? '');
  const first = lines.findIndex((line, at) => isQuoted(at) && /^\s*[rRuU]?(?:"""|''')/.test(line));
  if (first < 0) return [];
  const mark = /"""|'''/.exec(lines[first] ?? '')?.[0] ?? '"""';
  let last = first;
  const isEnd = (at: number) => (lines[at] ?? '').split(mark).length > (at === first ? 2 : 1);
  while (last < lines.length && !isEnd(last)) last += 1;
  return last < lines.length ? outdented(lines.slice(first, last + 1)) : [];
}

function inside(code: CodeLines, docstring: readonly string[]): readonly string[] | undefined {
  const head = code.codeLines.findIndex(line => /^\s*(?:async\s+def|def|class)\b/.test(line));
  const end = head < 0 ? undefined : headEnd(code, head);
  if (!end || docstring.length === 0) return undefined;
  const rest = (code.lines[end.line] ?? '').slice(end.column + 1);
  const body = isBlank((code.codeLines[end.line] ?? '').slice(end.column + 1)) ? [] : [rest.trim()];
  const below = withoutDocstring(code, end.line + 1);
  const next = below.find(line => !isBlank(line));
  const unit = `${blanksOf(code.lines[head])}    `;
  const indent = body.length > 0 || next === undefined ? unit : blanksOf(next);
  return [
    ...code.lines.slice(0, end.line),
    body.length > 0 ? (code.lines[end.line] ?? '').slice(0, end.column + 1) : (code.lines[end.line] ?? ''),
    ...docstring.map(line => indented(line, indent)),
    ...body.map(line => indented(line, indent)),
    ...below,
  ];
}

/** Where the colon stands that ends the head of a definition. */
function headEnd(
  { codeLines }: CodeLines,
  head: number,
): { readonly line: number; readonly column: number } | undefined {
  let depth = 0;
  for (let line = head; line < codeLines.length; line += 1) {
    for (const [column, character] of [...(codeLines[line] ?? '')].entries()) {
      if ('([{'.includes(character)) depth += 1;
      else if (')]}'.includes(character)) depth -= 1;
      else if (character === ':' && depth === 0) return { line, column };
    }
  }
  return undefined;
}

/** What follows the head, without the text that it begins with. */
function withoutDocstring({ lines, codeLines }: CodeLines, from: number): readonly string[] {
  const first = lines.findIndex((line, at) => at >= from && !isBlank(line));
  if (first < 0 || !/^\s*[rRuU]?"+\s*$/.test(codeLines[first] ?? '')) return lines.slice(from);
  const isMore = (at: number) => /^"+\s*$/.test(codeLines[at] ?? '');
  let last = first;
  const opens = /^\s*[rRuU]?(?:"""|''')/.test(lines[first] ?? '');
  const mark = /"""|'''/.exec(lines[first] ?? '')?.[0] ?? '"""';
  const isWhole = !opens || (lines[first] ?? '').split(mark).length > 2;
  if (!isWhole) {
    do last += 1;
    while (last < lines.length && isMore(last) && !(lines[last] ?? '').includes(mark));
  }
  return lines.slice(last + 1);
}

const blanksOf = (line = ''): string => /^[ \t]*/.exec(line)?.[0] ?? '';

const indented = (line: string, indent: string): string => (line.trim() === '' ? '' : indent + line);

/** Without the indentation that all lines have. */
function outdented(lines: readonly string[]): readonly string[] {
  const written = lines.filter(line => line.trim() !== '');
  const [first = ''] = written;
  const star = /^\s\*/; // of a block whose first line was trimmed
  const depth = Math.min(...written.map((line, at) => (at > 0 && star.test(line) ? Infinity : blanksOf(line).length)));
  if (!Number.isFinite(depth) || depth === 0 || first === '') return lines;
  return lines.map(line => (blanksOf(line).length >= depth ? line.slice(depth) : line));
}
