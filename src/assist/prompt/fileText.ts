import type { KeptLines } from '../../core/model/prompt.ts';
import { lineEndsIn } from '../../core/shared/lineEndsIn.ts';
import type { Surroundings } from './surroundings.ts';

/** The text of a file with the selection in its place. */
export interface FileText {
  readonly text: string;
  /** Lines of it that stay longest when it must shrink: those around the selection, and what an outline names. */
  readonly keep: readonly KeptLines[];
  /** Lines at which it may be sent in pieces: always the same ones, wherever the selection stands. */
  readonly splits: readonly number[];
  /** The last of them above the selection: an edit will change what stands below it. */
  readonly steady?: number;
}

/** Lines of a piece. */
export const pieceLines = 64;
/** More pieces are of no use: providers look back over 20 of them. */
const mostPieces = 12;
/** Lines above and below the selection are kept by so many at once, the nearest first; outlines rank from 1 to 3. */
const slabLines = 8;
const nearSlabs = 3;
const mostSlabs = 40;

/** Puts the selection back between the lines around it. */
export function fileText({ before, after, outline, code }: Surroundings & { readonly code: string }): FileText {
  const lineEnd = before.includes('\r\n') || after.includes('\r\n') ? '\r\n' : '\n';
  const head = before === '' || before.endsWith('\n') ? before : before + lineEnd;
  const middle = code.endsWith('\n') ? code : code + lineEnd;
  const text = head + middle + after;
  const first = lineEndsIn(head);
  const next = first + lineEndsIn(middle);
  const last = next + lineEndsIn(after);
  const below = (outline?.after ?? []).map(kept => ({ ...kept, first: kept.first + next, last: kept.last + next }));
  const splits = splitsOf(last);
  const steady = splits.findLast(line => line <= first);
  return {
    text,
    keep: keptLines({ first, next, last }, [...(outline?.before ?? []), ...below]),
    splits,
    ...(steady !== undefined && { steady }),
  };
}

interface Place {
  readonly first: number;
  readonly next: number;
  /** Lines of the whole text. */
  readonly last: number;
}

/** The selection, then slab by slab what stands above and below it, but for what an outline ranks there itself. */
function keptLines({ first, next, last }: Place, outline: readonly KeptLines[]): readonly KeptLines[] {
  const rankOf = (slab: number): number => (slab < nearSlabs ? 6 - slab / nearSlabs : 3 - (slab / mostSlabs) * 2);
  const slabs = Array.from({ length: mostSlabs }, (_, slab) => [
    { first: Math.max(0, first - (slab + 1) * slabLines), last: first - 1 - slab * slabLines, rank: rankOf(slab) },
    { first: next + slab * slabLines, last: Math.min(last, next + (slab + 1) * slabLines) - 1, rank: rankOf(slab) },
  ]).flat();
  const named = outline.filter(kept => kept.last < first || kept.first >= next).toSorted((a, b) => a.first - b.first);
  return [{ first, last: next - 1, rank: 7 }, ...slabs.flatMap(slab => without(slab, named)), ...named];
}

/** What of some lines is not among these others. */
function without({ first, last, rank }: KeptLines, others: readonly KeptLines[]): readonly KeptLines[] {
  const left: KeptLines[] = [];
  let from = first;
  for (const other of others) {
    if (other.last < from || other.first > last) continue;
    if (other.first > from) left.push({ first: from, last: other.first - 1, rank });
    from = other.last + 1;
  }
  return from <= last ? [...left, { first: from, last, rank }] : left;
}

/** Every so many lines; of a long text at greater distances, which a line more or less does not change. */
function splitsOf(lines: number): readonly number[] {
  let size = pieceLines;
  while (lines / size > mostPieces) size *= 2;
  return Array.from({ length: Math.max(0, Math.ceil(lines / size) - 1) }, (_, at) => (at + 1) * size);
}
