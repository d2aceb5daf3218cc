import { isBlank, type CodeLines } from '../enclosing/codeLines.ts';
import type { DocStyle } from './docStyle.ts';
import { outdented } from './indentation.ts';
import { leadingWords, markedWords } from './markedWords.ts';

/** Is it a comment and nothing else? */
const isComment = ({ lines, codeLines }: CodeLines, at: number): boolean =>
  !isBlank(lines[at]) && isBlank(codeLines[at]);

const directive =
  /^\s*(?:\/\/|\/\*(?!\*)|#)\s*(?:!|go:|nolint|eslint|prettier|biome|oxlint|tslint|@ts-|c8 |v8 |istanbul|webpack|noqa|type:|pylint|pyright|ruff|mypy|pragma|region|endregion|rubocop|frozen_string|typed:|sorbet|swiftlint|ktlint|noinspection|NOLINT|clang-format|cspell|spell-checker|coverage|fmt:|isort|yapf|rustfmt|build )/;

/**
 * What a tool looks for anywhere in a comment, also in one that documents, and does: another library for all elements, a module that is
 * loaded before the tests, a map that is fetched, flags for a compiler.
 */
const acting =
  /@jsx(?:ImportSource|Runtime|Frag)?\b|@(?:jest|vitest)-[\w-]+|@(?:no)?flow\b|@ts-\w+|[#@]\s*source(?:MappingURL|URL)\s*=|#\s*cgo\b|\b(?:go:[a-z]+|eslint-(?:disable|enable)|webpack[A-Z]\w+)|<(?:reference|amd-(?:module|dependency))\s/;

/** What a tool reads: it stays, and it stays next to the code. */
export const isDirective = (line = ''): boolean => directive.test(line);

/**
 * The first comment of an answer that documents, as it would stand at the margin; of one that begins with a comment of another
 * kind its words, in the marks of the language. Empty: there is none.
 */
export function answeredComment(answer: CodeLines, { begins, marks }: DocStyle): readonly string[] {
  const isWanted = (at: number) => begins.test((answer.lines[at] ?? '').trim()) && !isDirective(answer.lines[at]);
  const isFirst = (at: number) => isWanted(at) && (isComment(answer, at) || isOpened(answer, at));
  let first = 0;
  while (first < answer.lines.length && !isFirst(first)) first += 1;
  const own = answer.lines.slice(first);
  const whole = (own[0] ?? '').trim().startsWith('/*') ? block(own) : run(answer, first);
  if (whole.some(line => acting.test(line))) return [];
  if (whole.length > 0) return outdented(whole.map(line => line.trimEnd()));
  const top = answer.lines.find(line => line.trim() !== '');
  const words = isDirective(top) ? [] : markedWords(leadingWords(answer.lines), marks);
  return words.some(line => acting.test(line)) ? [] : words;
}

/** A block whose words hold what ends it: behind that the text goes on as code. */
const isOpened = ({ lines, codeLines }: CodeLines, at: number): boolean =>
  /^\s*\/\*\*\s*$/.test(lines[at] ?? '') && isBlank(codeLines[at]);

const opens = /^\s*\/\*/;

/**
 * Up to the line that ends it, which is the first with nothing behind the end. Words may hold an end as well, where each line
 * shows by its star that it belongs to the block.
 */
function block(lines: readonly string[]): readonly string[] {
  const end = lines.findIndex((line, at) => line.trimEnd().endsWith('*/') && (at > 0 || line.trim().length > 4));
  const isWords = (line: string) => !opens.test(line) && (/^\s*(?:\*|$)/.test(line) || !line.includes('*/'));
  const whole = lines.slice(0, end + 1);
  return whole.every((line, at) => at === 0 || (at === end ? !opens.test(line) : isWords(line))) ? whole : [];
}

/** The lines of comment from here on that begin alike. */
function run(answer: CodeLines, first: number): readonly string[] {
  const mark = (answer.lines[first] ?? '').trim().slice(0, 2);
  const isMore = (at: number) => isComment(answer, at) && (answer.lines[at] ?? '').trim().startsWith(mark);
  let last = first;
  while (last < answer.lines.length && isMore(last) && !isDirective(answer.lines[last])) last += 1;
  return answer.lines.slice(first, last);
}
