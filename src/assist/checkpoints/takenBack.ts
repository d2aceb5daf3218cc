import { anchor, type Astray, type Span } from '../anchor.ts';
import type { AppliedPiece } from './appliedPieces.ts';

/** A piece that cannot be taken back as it was: its text has been changed, or stands in several places. */
export interface Conflict {
  readonly piece: AppliedPiece;
  readonly because: Astray;
}

/** A text in which an edit was taken back, as far as that could be done without touching anything else. */
export interface TakenBack {
  readonly text: string;
  readonly conflicts: readonly Conflict[];
}

/**
 * Takes an edit back in a text that may have been changed since: exactly what it wrote is replaced by what stood there, so that
 * nothing that anybody has typed is lost. A piece that was changed stays, and is a conflict.
 */
export function takenBack(text: string, pieces: readonly AppliedPiece[]): TakenBack {
  const conflicts: Conflict[] = [];
  const found: (Span & { readonly before: string })[] = [];
  for (const piece of pieces) {
    const span = spanOf(text, piece);
    if (typeof span === 'string') conflicts.push({ piece, because: span });
    else if (found.some(other => other.start < span.end && span.start < other.end))
      conflicts.push({ piece, because: 'several' });
    else found.push({ ...span, before: piece.before });
  }
  let result = text;
  for (const { start, end, before } of found.toSorted((one, other) => other.start - one.start))
    result = result.slice(0, start) + before + result.slice(end);
  return { text: result, conflicts };
}

/** With the lines around it, or without them where one of these was changed. */
function spanOf(text: string, { above, after, below, mark }: AppliedPiece): Span | Astray {
  const around = anchor(text, { original: above + after + below, mark });
  if (typeof around !== 'string') return { start: around.start + above.length, end: around.end - below.length };
  if (around === 'several' || after.trim() === '') return around;
  const alone = anchor(text, { original: after });
  return alone === 'changed' ? around : alone;
}
