import { atOnce } from '../../core/shared/steps.ts';
import { isBlank, readCodeLines, type CodeLines } from '../enclosing/codeLines.ts';
import { answeredComment, isDirective } from './answeredComment.ts';
import { afterDocstring, answeredDocstring } from './docstring.ts';
import { docStyleOf, type DocStyle } from './docStyle.ts';
import { headEnd } from './headEnd.ts';
import { blanksOf, indented } from './indentation.ts';
import { mendedComment } from './mendedComment.ts';

/** Many times what a comment of 1 500 tokens has, characters: a longer one is none. */
const longestAnswer = 32_000;

/**
 * The declaration with this comment, which a model wrote, in the place that its language has for it; a comment that documented
 * it before goes. Nothing but comment lines of what the model wrote is taken, so no code can change by that. undefined: it holds
 * no comment, or the code no declaration to put it to.
 */
export function documented(code: string, answered: string, language: string): string | undefined {
  if (answered.length > longestAnswer) return undefined;
  const style = docStyleOf(language);
  const read = (text: string): CodeLines => atOnce(readCodeLines(text.replaceAll('\r\n', '\n'), language));
  const [declaration, answer] = [read(code), read(answered.replace(/\r\n?/g, '\n'))];
  const lines =
    style.stands === 'inside'
      ? inside(declaration, answeredDocstring(answer, declaration.lines))
      : above(declaration, answeredComment(answer, style), { style, language });
  if (!lines || !isSameCode(declaration, read(lines.join('\n')))) return undefined;
  return lines.join(code.includes('\r\n') ? '\r\n' : '\n');
}

/** Is what is neither comment nor a text of its own the same? What breaks out of its comment changes it. */
export function isSameCode(one: CodeLines, other: CodeLines): boolean {
  const left = ({ family, code, codeLines }: CodeLines): string =>
    (family === 'python' ? codeLines.filter(line => !/^\s*[rRuU]?"+\s*$/.test(line)).join('') : code).replace(
      /\s+/g,
      '',
    );
  return left(one) === left(other);
}

interface Way {
  readonly style: DocStyle;
  readonly language: string;
}

function above(code: CodeLines, answer: readonly string[], { style, language }: Way): readonly string[] | undefined {
  const at = code.codeLines.findIndex(line => !isBlank(line));
  const comment = mendedComment(answer, { language, head: headOf(code, at) });
  if (at < 0 || comment.length === 0) return undefined;
  const { tools, others } = sorted(code.lines.slice(0, at));
  const indent = blanksOf(code.lines[at]);
  return [
    ...withoutLast(others, style),
    ...comment.map(line => indented(line, indent)),
    ...tools,
    ...code.lines.slice(at),
  ];
}

/** What tools read, apart from the rest; what stands in the words of a block is none of it. */
function sorted(lines: readonly string[]): Record<'tools' | 'others', readonly string[]> {
  const [tools, others]: [string[], string[]] = [[], []];
  let isBlock = false;
  for (const line of lines) {
    (!isBlock && isDirective(line) ? tools : others).push(line);
    isBlock = isBlock || line.trimStart().startsWith('/*') ? !line.includes('*/') : false;
  }
  return { tools, others };
}

/** The first line that is no annotation. */
const headOf = ({ codeLines }: CodeLines, from: number): string =>
  codeLines.slice(Math.max(from, 0), from + 20).find(line => /^\s*[\p{L}_]/u.test(line)) ?? '';

/** Without the comment that stands last and documents. */
function withoutLast(lines: readonly string[], { begins }: DocStyle): readonly string[] {
  const written = lines.findLastIndex(line => !isBlank(line));
  let first = written;
  while (first > 0 && !isBlank(lines[first - 1])) first -= 1;
  const isBlock = (from: number) => (lines[from] ?? '').trim().startsWith('/*');
  if (written >= 0 && (lines[written] ?? '').trimEnd().endsWith('*/')) {
    first = written;
    while (first > 0 && !isBlock(first)) first -= 1;
  }
  const documents = written >= 0 && begins.test((lines[first] ?? '').trim());
  return documents ? lines.slice(0, first) : lines;
}

function inside(code: CodeLines, docstring: readonly string[]): readonly string[] | undefined {
  const { lines, codeLines } = code;
  const head = codeLines.findIndex(line => /^\s*(?:async\s+def|def|class)\b/.test(line));
  const end = head < 0 ? undefined : headEnd(code, head);
  if (!end || docstring.length === 0) return undefined;
  const line = lines[end.line] ?? '';
  const isShort = !isBlank((codeLines[end.line] ?? '').slice(end.column + 1));
  const first = lines.findIndex((each, at) => at > end.line && !isBlank(each));
  const below = lines.slice(first < 0 || isShort ? end.line + 1 : bodyFrom(code, { after: end.line, first }));
  const deep = isShort ? undefined : below.find(each => !isBlank(each) && isDeeper(each, lines[head]));
  const own = blanksOf(lines[head]);
  const indent = deep === undefined ? own + (own.includes('\t') ? '\t' : '    ') : blanksOf(deep);
  return [
    ...lines.slice(0, end.line),
    isShort ? line.slice(0, end.column + 1) : line,
    ...docstring.map(each => indented(each, indent)),
    ...(isShort ? [indented(line.slice(end.column + 1).trim(), indent)] : []),
    ...below,
  ];
}

const isDeeper = (line: string, head: string | undefined): boolean => blanksOf(line).length > blanksOf(head).length;

/** Where the body goes on behind the text that it begins with. */
function bodyFrom(code: CodeLines, { after, first }: { readonly after: number; readonly first: number }): number {
  const from = afterDocstring(code, first);
  return from === first ? after + 1 : from;
}
