import type { CodeFinding } from '../../assist/finding.ts';
import { changedFiles } from '../../assist/commit/changedFiles.ts';
import { changedCode } from '../../assist/review/changedCode.ts';
import type { Reviewed } from '../asking/askRequest.ts';

/** A file that was reviewed, and which lines of it. */
export interface ReviewedPlace {
  /** Relative to the root of the repository; undefined: the file that was asked about. */
  readonly path?: string;
  /** 0-based, inclusive. */
  readonly first: number;
  readonly last: number;
  /** Their lines are those of the file. */
  readonly findings: readonly CodeFinding[];
}

/** Where a review has looked, with what it has found there; of a change, each file that has lines after it. */
export function reviewedPlaces({
  asked: { assistance, context },
  found: { findings },
}: Reviewed): readonly ReviewedPlace[] {
  if (assistance.gather.from === 'file') {
    const above = context.startLine - 1;
    const placed = findings.map(each => ({ ...each, first: each.first + above, last: each.last + above }));
    return [{ first: above, last: context.endLine - 1, findings: placed }];
  }
  return changedFiles(context.code).flatMap(file => {
    const lines = changedCode(file).shown.flatMap(({ line }) => (line < 0 ? [] : [line]));
    const [first, last] = [lines[0], lines.at(-1)];
    if (first === undefined || last === undefined) return [];
    return [{ path: file.path, first, last, findings: findings.filter(each => each.file === file.path) }];
  });
}
