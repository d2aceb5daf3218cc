import type { ChangedFile } from '../commit/changedFiles.ts';
import { quotedCode, type QuotedCode } from './quotePlace.ts';

/** What a change shows of a file as it is after it. */
export interface ChangedCode {
  readonly path: string;
  /** In the order of the file; hunks are told apart by lines that nothing quotes. */
  readonly shown: readonly ShownLine[];
  readonly after: QuotedCode;
  /** What was taken away, in the same order. */
  readonly removed: QuotedCode;
  /** For each line of `removed`, where in `shown` it stood. */
  readonly removedAt: readonly number[];
}

/** A line after the change. */
export interface ShownLine {
  /** 0-based, in the file; -1: it is between two hunks. */
  readonly line: number;
  readonly text: string;
}

const gap: ShownLine = { line: -1, text: '\0' };

/** The lines of a file that a diff shows, by those that are there now and those that are gone. */
export function changedCode({ path, hunks }: ChangedFile): ChangedCode {
  const shown: ShownLine[] = [];
  const removed: string[] = [];
  const removedAt: number[] = [];
  for (const hunk of hunks) {
    const [head = '', ...lines] = hunk.split('\n');
    let line = Number(/^@@+ .*?\+(\d+)/.exec(head)?.[1] ?? 1) - 1;
    for (const each of lines) {
      const text = each.slice(1);
      if (each.startsWith('\\')) continue;
      if (each.startsWith('-')) {
        removed.push(text);
        removedAt.push(shown.length);
      } else {
        shown.push({ line, text });
        line += 1;
      }
    }
    shown.push(gap);
    removed.push(gap.text);
    removedAt.push(shown.length);
  }
  const after = quotedCode(shown.map(({ text }) => text).join('\n'));
  return { path, shown, after, removed: quotedCode(removed.join('\n')), removedAt };
}
