import type { Steps } from '../../core/shared/steps.ts';
import type { Span } from '../anchor.ts';
import type { AppliedPiece } from './appliedPieces.ts';
import { broughtLines } from './broughtLines.ts';
import { inLineEnds, takenBack } from './takenBack.ts';

/** How much of an edit still stands in a text. */
export interface StillStanding {
  /** Share of the lines that it has brought, 0 to 1; of what it has only taken away, of its pieces. */
  readonly share: number;
  /** Where its pieces stand unchanged. */
  readonly spans: readonly Span[];
}

/** Looks for what an edit has written, line by line where it was changed since: who renames a variable in it has kept it. */
export function* stillStanding(text: string, pieces: readonly AppliedPiece[]): Steps<StillStanding> {
  const lines = new Set(text.split('\n').map(line => line.trim()));
  const spans: Span[] = [];
  let [all, standing] = [0, 0];
  for (const piece of inLineEnds(pieces, text)) {
    const { hunks } = yield* takenBack(text, [piece]);
    spans.push(...hunks.map(({ start, end }) => ({ start, end })));
    const brought = broughtLines(piece.before, piece.after);
    all += Math.max(1, brought.length);
    if (hunks.length > 0) standing += Math.max(1, brought.length);
    else standing += brought.filter(line => lines.has(line)).length;
  }
  return { share: all === 0 ? 0 : standing / all, spans };
}
