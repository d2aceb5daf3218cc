import { afterLines, type LineSpan } from './lines.ts';
import type { KeptLines } from '../model/prompt.ts';

/** A part of a text that stays; it grows. */
export interface KeptSpan {
  start: number;
  end: number;
  readonly rank?: number;
}

/** Where the lines are that have a rank: the highest first, and of one rank in order. */
export function keptSpans(text: string, { start, end }: LineSpan, keep: readonly KeptLines[]): KeptSpan[] {
  const inOrder = keep.toSorted((a, b) => a.first - b.first);
  const spans: Required<KeptSpan>[] = [];
  let [line, at] = [0, start];
  for (const { first, last, rank } of inOrder) {
    if (first < line || last < first) continue;
    const from = afterLines(text, { start: at, end }, first - line);
    at = afterLines(text, { start: from, end }, last - first + 1);
    line = last + 1;
    if (at > from) spans.push({ start: from, end: at, rank });
  }
  return spans.toSorted((a, b) => b.rank - a.rank);
}
