import * as vscode from 'vscode';
import { problemLines } from '../../assist/problems/problemLines.ts';
import type { LineRange } from '../../assist/enclosing/lineRange.ts';
import { problemsIn } from './problemsIn.ts';
import type { ReadableText } from './readableText.ts';

/** Whom somebody asks to fix. */
export interface Fixed {
  readonly block: LineRange;
  readonly line: number;
  /** The problem that somebody pointed at; undefined: nobody has. */
  readonly pointed: vscode.Range | undefined;
}

/** The lines to ask about: those of the block and of the problem that is meant, as far as an answer has room for them. */
export function problemPlace(document: ReadableText, { block, line, pointed }: Fixed): LineRange {
  const lines = document.text().split('\n');
  const atCursor = new vscode.Range(line, 0, line, (lines[line] ?? '').length);
  const inBlock = new vscode.Range(block.first, 0, block.last, (lines[block.last] ?? '').length);
  const [meant = atCursor, ...others] =
    [atCursor, inBlock]
      .map(range => problemsIn(document.uri, { range, pointed }).chosen.map(each => each.range))
      .find(ranges => ranges.length > 0) ?? [];
  const nearest = pointed ?? others.reduce((one, other) => (away(other, line) < away(one, line) ? other : one), meant);
  return problemLines(lines, { block, problem: linesOf(nearest, lines.length - 1), line });
}

/** How many lines lie between. */
const away = ({ start, end }: vscode.Range, line: number): number => Math.max(start.line - line, line - end.line, 0);

const linesOf = ({ start, end }: vscode.Range, last: number): LineRange => ({
  first: Math.min(start.line, last),
  last: Math.min(end.character === 0 && end.line > start.line ? end.line - 1 : end.line, last),
});
