import type { AppliedPiece } from './appliedPieces.ts';
import { broughtLines } from './broughtLines.ts';

/** So much of a text stands in the piece that it was written with. */
const leastShare = 0.5;

/** For each of these texts the number of the piece that has brought most of it; -1: none has, because the user did not take it. */
export function piecesWith(pieces: readonly AppliedPiece[], texts: readonly string[]): readonly number[] {
  const brought = pieces.map(({ before, after }) => new Set(broughtLines(before, after)));
  return texts.map(text => {
    const lines = broughtLines('', text);
    const counts = brought.map(each => lines.filter(line => each.has(line)).length);
    const most = Math.max(0, ...counts);
    return lines.length > 0 && most >= leastShare * lines.length ? counts.indexOf(most) : -1;
  });
}
