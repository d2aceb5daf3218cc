import type { CodeLines } from '../enclosing/codeLines.ts';
import { indentedLike, outdented } from './indentation.ts';
import { leadingWords, markedWords } from './markedWords.ts';

const opening = /^\s*([rRuU]?)("""|''')/;
/** A text and nothing else: its line is all quotation marks, but for the letter before them. */
const isText = ({ codeLines }: CodeLines, at: number): boolean => /^\s*[rRuU]?"+\s*$/.test(codeLines[at] ?? '');

/**
 * The first text of several quotes in an answer that is a statement of its own, at the margin and indented like this code; of an
 * answer that begins with another comment, its words. Empty: there is none.
 */
export function answeredDocstring(answer: CodeLines, code: readonly string[]): readonly string[] {
  const { lines } = answer;
  const first = lines.findIndex((line, at) => opening.test(line) && isText(answer, at));
  const whole = first < 0 ? [] : lines.slice(first, docstringEnd(lines, first) + 1);
  const [head = '', ...rest] = whole.length > 0 ? whole : markedWords(leadingWords(lines), 'quotes');
  return head === '' ? [] : indentedLike(mended([head.trim(), ...outdented(rest)]), code);
}

/** The line in which a text of several quotes ends that begins in this one; the one before it when it does not. */
function docstringEnd(lines: readonly string[], first: number): number {
  const mark = opening.exec(lines[first] ?? '')?.[2] ?? '"""';
  const isEnd = (at: number) => (lines[at] ?? '').split(mark).length > (at === first ? 2 : 1);
  let last = first;
  while (last < lines.length && !isEnd(last)) last += 1;
  return last < lines.length ? last : first - 1;
}

/** The line after the text that a body begins with at this line, or this line when it begins with none. */
export function afterDocstring(code: CodeLines, first: number): number {
  if (!isText(code, first)) return first;
  if (!opening.test(code.lines[first] ?? '')) return first + 1;
  const last = docstringEnd(code.lines, first);
  return last < first ? first : last + 1;
}

/** A quotation mark before the last three, and a backslash that Python would take for an escape, break it. */
function mended(lines: readonly string[]): readonly string[] {
  const [head = '', ...rest] = lines;
  const [begin = '', letter = '', mark = '"""'] = opening.exec(head) ?? [];
  const isOne = rest.length === 0;
  const last = (lines.at(-1) ?? '').trimEnd();
  if (!last.endsWith(mark) || (isOne && last.length < begin.length + mark.length)) return [];
  const inner = last.slice(isOne ? begin.length : 0, -mark.length);
  const words = [...(isOne ? [] : [head.slice(begin.length), ...rest.slice(0, -1)]), inner];
  const prefix = letter === '' && needsRaw(words) ? 'r' : letter;
  if (!inner.endsWith(mark.charAt(0))) return [prefix + mark + head.trimStart().slice(letter.length + 3), ...rest];
  return isOne ? [prefix + mark, inner, mark] : [prefix + head.slice(letter.length), ...rest.slice(0, -1), inner, mark];
}

/** One at the end of a line joins it with the next, which is meant. */
const needsRaw = (words: readonly string[]): boolean => words.some(line => /\\(?!$)/.test(line));
