import { wilson } from '../../../src/core/feedback/wilson.ts';
import type { PlayedAnswer } from '../play/playAnswer.ts';
import type { Telling } from '../play/told.ts';
import type { Half, Labelled } from '../set/labelled.ts';

/** An answer, and what became of it. */
export interface Judged extends Labelled, PlayedAnswer {
  readonly telling: Telling;
}

/** So many of so many. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

export const shareOf = (all: readonly Judged[], counts: (judged: Judged) => boolean): Share => ({
  count: all.filter(counts).length,
  of: all.length,
});

export const isTold = ({ telling }: Judged): boolean => telling !== 'nothing';
/** Facts beside a diff alarm nobody. */
export const isAlarm = ({ telling }: Judged): boolean => telling === 'disclaim' || telling === 'review';
export const inHalf = (all: readonly Judged[], half: Half): readonly Judged[] => all.filter(one => one.half === half);

/** '97.5 % of 160 (93.7–99.0)', the interval being Wilson's of 95 %. */
export function shown({ count, of }: Share): string {
  if (of === 0) return 'none';
  const { low, high } = wilson(count, of);
  const percent = (share: number): string => (100 * Math.min(1, Math.max(0, share))).toFixed(1);
  return `${percent(count / of)} % of ${of} (${percent(low)}–${percent(high)})`;
}
