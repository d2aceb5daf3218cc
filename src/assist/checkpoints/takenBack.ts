import type { Steps } from '../../core/shared/steps.ts';
import { anchor, type Astray, type Span } from '../anchor.ts';
import type { Hunk } from '../edits/hunks.ts';
import type { AppliedPiece } from './appliedPieces.ts';

/** A piece that cannot be taken back as it was: its text has been changed, or stands in several places. */
export interface Conflict {
  readonly piece: AppliedPiece;
  readonly because: Astray;
}

/** How an edit is taken back in a text, as far as that can be done without touching anything else. */
export interface TakenBack {
  readonly hunks: readonly Hunk[];
  readonly conflicts: readonly Conflict[];
  /** How many pieces stand there as they were before the edit: taken back by hand, or never applied. */
  readonly already: number;
}

/**
 * Takes an edit back in a text that may have been changed since: exactly what it wrote is replaced by what stood there, so that
 * nothing that anybody has typed is lost. A piece that was changed stays, and is a conflict.
 */
export function* takenBack(text: string, pieces: readonly AppliedPiece[]): Steps<TakenBack> {
  const conflicts: Conflict[] = [];
  const found: Hunk[] = [];
  let already = 0;
  for (const piece of pieces) {
    const span = spanOf(text, piece);
    const isClear = typeof span !== 'string' && !found.some(({ start, end }) => start < span.end && span.start < end);
    if (isClear) found.push({ ...span, text: piece.before });
    else if (span === 'changed' && isBefore(text, piece)) already += 1;
    else conflicts.push({ piece, because: typeof span === 'string' ? span : 'several' });
    yield;
  }
  return { hunks: found.toSorted((one, other) => one.start - other.start), conflicts, already };
}

/** The pieces with the line ends that the text has by now. */
export function inLineEnds(pieces: readonly AppliedPiece[], text: string): readonly AppliedPiece[] {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const spoken = (each: string): string => each.replace(/\r?\n/g, lineEnd);
  return pieces.map(({ above, before, after, below, mark }) => ({
    above: spoken(above),
    before: spoken(before),
    after: spoken(after),
    below: spoken(below),
    mark,
  }));
}

/** With the lines around it, or by its own lines alone where one of these was changed. */
function spanOf(text: string, { above, after, below, mark }: AppliedPiece): Span | Astray {
  const around = anchor(text, { original: above + after + below, mark });
  if (typeof around !== 'string') return { start: around.start + above.length, end: around.end - below.length };
  if (around === 'several' || after.trim() === '') return around;
  const [start, end] = [/(?:^|\n)$/.test(above) ? '' : above, after.endsWith('\n') ? '' : below];
  const alone = anchor(text, { original: start + after + end });
  if (typeof alone === 'string') return alone === 'changed' ? around : alone;
  return { start: alone.start + start.length, end: alone.end - end.length };
}

/** Does what stood there before stand there, between the same lines? */
function isBefore(text: string, { above, before, below }: AppliedPiece): boolean {
  const whole = above + before + below;
  return whole.trim() === '' ? text.trim() === '' : text.includes(whole);
}
