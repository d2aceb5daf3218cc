import type { LineRange } from '../enclosing/lineRange.ts';

/** More is not asked for to be written anew: the answer would break off before its end. */
const mostLines = 200;
const mostCharacters = 12_000;
/** So much around a problem may be changed where its function is too long, lines on each side: as much as fits. */
const linesAround = [30, 5, 0] as const;

/** Where a fix is asked for. */
export interface ProblemPlace {
  /** What stands around the cursor. */
  readonly block: LineRange;
  /** The problem that is meant; it may reach beyond the block. */
  readonly problem: LineRange;
  /** The cursor's line, or the first one of the problem that somebody pointed at. */
  readonly line: number;
}

/**
 * The lines that a fix may change: the block and all of the problem, as far as an answer has room for them; else the problem, or the
 * line, with some lines around it. Never nothing.
 */
export function problemLines(lines: readonly string[], { block, problem, line }: ProblemPlace): LineRange {
  const whole = { first: Math.min(block.first, problem.first), last: Math.max(block.last, problem.last) };
  const own = { first: line, last: line };
  const near = [problem, own].flatMap(middle =>
    linesAround.map(count => ({
      first: Math.max(whole.first, middle.first - count),
      last: Math.min(whole.last, middle.last + count),
    })),
  );
  return [whole, block, ...near].find(range => fits(lines, range)) ?? own;
}

function fits(lines: readonly string[], { first, last }: LineRange): boolean {
  if (last - first >= mostLines) return false;
  let characters = 0;
  for (let line = first; line <= last; line += 1) characters += (lines[line] ?? '').length + 1;
  return characters <= mostCharacters;
}
