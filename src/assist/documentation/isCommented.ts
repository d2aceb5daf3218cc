import { isBlank, type CodeLines } from '../enclosing/codeLines.ts';
import { leadingLine } from '../enclosing/leadingLines.ts';
import { isDirective } from './answeredComment.ts';
import type { Declaration } from './declared.ts';
import { afterDocstring } from './docstring.ts';
import type { DocStyle } from './docStyle.ts';
import { headEnd } from './headEnd.ts';

/** Families whose tools take a comment for the declaration's own also across empty lines. */
const acrossBlanks: readonly string[] = [
  'script',
  'c',
  'java',
  'csharp',
  'kotlin',
  'scala',
  'swift',
  'rust',
  'php',
  'dart',
];
/** So many empty lines at most. */
const mostBlank = 3;
/** Documents a file, not what stands below it. */
const ofFile = /@(?:file|fileoverview|license|licence|module|packageDocumentation|copyright)\b|\bcopyright\b|SPDX-/i;

/** Has the declaration a comment already that documents it? One that says that it is inherited, or hidden, is one too. */
export function isCommented(code: CodeLines, declaration: Declaration, style: DocStyle): boolean {
  if (style.stands === 'inside') return hasDocstring(code, declaration);
  const { first, head, last, symbol } = declaration;
  const ends = { first, last: head };
  if (documents(code, ends, style) || isAbove(code, first, style)) return true;
  if (code.family === 'rust') return isToldInRust(code, declaration);
  if (code.family === 'c') return /\/(?:\/[/!]|\*[*!])</.test((code.lines[symbol.nameLine] ?? '').slice(0, 1_000));
  return code.family === 'go' && isGoCommented(code, { head, last });
}

interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** Is one of these lines a comment that documents? */
function documents({ lines, codeLines }: CodeLines, { first, last }: Stretch, { begins }: DocStyle): boolean {
  for (let line = first; line < last; line += 1) {
    const text = (lines[line] ?? '').trim();
    if (text !== '' && isBlank(codeLines[line]) && begins.test(text) && !isDirective(text)) return true;
  }
  return false;
}

function isAbove(code: CodeLines, first: number, style: DocStyle): boolean {
  if (!acrossBlanks.includes(code.family)) return false;
  let end = first - 1;
  while (end >= 0 && first - end <= mostBlank && isBlank(code.lines[end])) end -= 1;
  if (end < 0 || end === first - 1 || isBlank(code.lines[end]) || !isBlank(code.codeLines[end])) return false;
  const start = leadingLine(code, end + 1);
  const isBlock = (code.lines[end] ?? '').trimEnd().endsWith('*/');
  const opening = isBlock ? openingLine(code, start, end) : start;
  return documents(code, { first: opening, last: end + 1 }, style) && !ofFile.test(textOf(code, opening, end + 1));
}

/** The line in which the block comment begins that ends here. */
function openingLine({ lines }: CodeLines, start: number, end: number): number {
  let line = end;
  while (line > start && !(lines[line] ?? '').includes('/*')) line -= 1;
  return line;
}

const textOf = ({ lines }: CodeLines, from: number, to: number): string => lines.slice(from, to + 1).join('\n');

/** An attribute documents, too, and so does a comment that begins the body. */
function isToldInRust(code: CodeLines, { first, head, symbol }: Declaration): boolean {
  const above = textOf(code, first, head);
  if (/#\[doc\b/.test(above) || (above.includes('#[cfg_attr') && /\bdoc ?=/.test(above))) return true;
  return /^\s*(?:\/\/!|\/\*!)/.test(code.lines[symbol.nameLine + 1] ?? '');
}

/** In a group a comment at any of its lines is one of the group; behind a single one it stands in its line. */
function isGoCommented(
  { lines, codeLines }: CodeLines,
  { head, last }: { readonly head: number; readonly last: number },
): boolean {
  if (!/^(?:const|var)\b/.test(codeLines[head] ?? '')) return false;
  for (let line = head; line <= last; line += 1) {
    if ((lines[line] ?? '').trimEnd().length > (codeLines[line] ?? '').trimEnd().length) return true;
  }
  return false;
}

function hasDocstring(code: CodeLines, { head, last }: Declaration): boolean {
  const end = headEnd(code, head, last);
  if (!end) return true; // without a body there is no place for one
  const rest = (code.codeLines[end.line] ?? '').slice(end.column + 1);
  if (!isBlank(rest)) return /^\s*[rRuU]?"+\s*$/.test(rest);
  let first = end.line + 1;
  while (first <= last && isBlank(code.codeLines[first])) first += 1;
  return first <= last && afterDocstring(code, first) !== first;
}
