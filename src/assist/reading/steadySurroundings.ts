import { lineEndsIn } from '../../core/shared/lineEndsIn.ts';
import { estimateTokens } from '../../core/prompt/estimateTokens.ts';
import { outlineOf, type OutlinePlace, type OutlineSymbol } from '../prompt/outline.ts';
import { pieceLines } from '../prompt/fileText.ts';
import { nearest, type Surroundings } from '../prompt/surroundings.ts';

/** A text in three parts: whole lines. */
export interface AroundCode {
  readonly before: string;
  readonly code: string;
  readonly after: string;
}

/** A file with fewer tokens is sent whole. */
const mostWhole = 6_000;
/** No character costs less. */
const mostCharsPerToken = 10;
/** Of a longer one a window of so many lines, which begins at a multiple of the step and has as much above the selection. */
const windowLines = pieceLines * 7;
const stepLines = pieceLines * 4;
const leastAbove = pieceLines;

/**
 * What stands around the code, cut where it does not matter which lines of it are asked about: a question about the lines
 * below sends the same text, so that a provider knows its beginning again. A small file is whole; of a longer one there is a
 * window, and of what is outside of it the outline. Where lines are so long that a window is too much, the nearest ones.
 */
export function steadySurroundings(
  around: AroundCode,
  place: OutlinePlace,
  symbols: readonly OutlineSymbol[],
): Surroundings {
  const { before, code, after } = around;
  const outline = outlineOf(symbols, before, place);
  if (isSmall(before.length + code.length + after.length, () => before + code + after))
    return { before, after, outline };
  const start = lineOffsetBack(before, place.startLine - windowStart(place));
  const rest = windowStart(place) + windowLines - 1 - place.endLine;
  const end = lineOffset(after, Math.max(0, rest));
  const near = { before: before.slice(start), after: after.slice(0, end) };
  if (!isSmall(near.before.length + near.after.length, () => near.before + near.after))
    return nearest({ before, after, outline });
  return joined(near, outside({ head: before.slice(0, start), tail: after.slice(end) }, place, symbols));
}

function isSmall(length: number, text: () => string): boolean {
  return length <= mostWhole * mostCharsPerToken && estimateTokens(text()) <= mostWhole;
}

/** The first line of the window. */
const windowStart = ({ firstLine, startLine }: OutlinePlace): number =>
  Math.max(firstLine, Math.floor((startLine - leastAbove) / stepLines) * stepLines);

/** What is left of the text outside of the window: by what the outline says of the window, not of the selection. */
function outside(
  { head, tail }: { readonly head: string; readonly tail: string },
  place: OutlinePlace,
  symbols: readonly OutlineSymbol[],
): Surroundings {
  const startLine = windowStart(place);
  const endLine = Math.max(place.endLine, startLine + windowLines - 1);
  const outline = outlineOf(symbols, head, { firstLine: place.firstLine, startLine, endLine });
  return nearest({ before: head, after: tail, outline }, outsideTokens);
}

/** What names and imports of a file take, and some lines. */
const outsideTokens = 600;

const joined = (near: Pick<Surroundings, 'before' | 'after'>, far: Surroundings): Surroundings => {
  const below = lineEndsIn(near.after);
  return {
    before: far.before + near.before,
    after: near.after + far.after,
    outline: {
      before: far.outline?.before ?? [],
      after: (far.outline?.after ?? []).map(kept => ({ ...kept, first: kept.first + below, last: kept.last + below })),
    },
  };
};

/** Where so many lines from the start end. */
function lineOffset(text: string, lines: number): number {
  let at = 0;
  for (let left = lines; left > 0 && at < text.length; left -= 1) at = text.indexOf('\n', at) + 1 || text.length;
  return at;
}

/** Where so many lines from the end begin; the text ends with a line's end. */
function lineOffsetBack(text: string, lines: number): number {
  let at = text.length;
  for (let left = lines; left > 0 && at > 0; left -= 1) at = at < 2 ? 0 : text.lastIndexOf('\n', at - 2) + 1;
  return at;
}
