import type { Steps } from '../../core/shared/steps.ts';
import { blocksAround } from '../enclosing/enclosingBlock.ts';
import type { LineRange } from '../enclosing/lineRange.ts';

/** A definition has at most so many lines; a longer one is cut, and says so. */
const mostLines = 40;
/** A definition that no block shows goes on for so many lines, up to an empty one. */
const mostBare = 8;
/** Longer lines are data, characters. */
const longestLine = 300;

/** Which lines a definition has, and their text. */
export interface DefinitionLines {
  /** 0-based. */
  readonly first: number;
  readonly text: string;
}

/**
 * The text of a definition of which a language service tells the line of its name, or all of its lines: with the comments
 * directly above it, and its head when it is long.
 */
export function* definitionLines(text: string, language: string, told: LineRange): Steps<DefinitionLines> {
  const lines = text.split('\n');
  const block = yield* blockAt(text, language, told);
  const { first, last } = block && beginsNear(block, told.first) ? block : bare(lines, told);
  const shown = lines.slice(first, Math.min(last + 1, first + mostLines)).map(shortLine);
  const missing = last + 1 - first - shown.length;
  return { first, text: [...shown, ...(missing > 0 ? [`… (${missing} more lines)`] : [])].join('\n') };
}

/** A longer file is read around the definition only: a file has many of them, and each takes its time, characters. */
const longestWhole = 60_000;
const linesBefore = 20;
const linesAfter = 200;

function* blockAt(text: string, language: string, told: LineRange): Steps<LineRange | undefined> {
  const shift = text.length > longestWhole ? Math.max(0, told.first - linesBefore) : 0;
  const part =
    shift === 0
      ? text
      : text
          .split('\n')
          .slice(shift, told.first + linesAfter)
          .join('\n');
  const named = told.last > told.first ? { first: told.first - shift, last: told.last - shift } : undefined;
  const block = (yield* blocksAround({ text: part, language, line: told.first - shift }))(named);
  return block && { first: block.first + shift, last: block.last + shift };
}

/** A block that begins far above is what the definition stands in. */
const beginsNear = ({ first }: LineRange, line: number): boolean => line - first <= mostLines / 2;

function bare(lines: readonly string[], told: LineRange): LineRange {
  let last = told.first;
  while (last - told.first < mostBare && (lines[last + 1] ?? '').trim() !== '') last += 1;
  return { first: told.first, last: Math.max(last, Math.min(told.last, lines.length - 1)) };
}

const shortLine = (line: string): string => {
  const clean = line.replace(/\r$/, '');
  return clean.length <= longestLine ? clean : `${clean.slice(0, longestLine)} …`;
};
