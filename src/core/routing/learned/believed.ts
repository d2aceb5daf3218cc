import { cellCount, type Fading, type LearnedTally } from './learnedTally.ts';

/** What is believed of what was seen of a target, by cell: how many answers there were, and how many were kept. */
export interface Believed {
  readonly of: Float64Array;
  readonly kept: Float64Array;
}

/** By this many standard deviations the last days may lie beside all that was seen before, by chance. */
const byChance = 2.8;

/** The variance of one answer that is kept or not, about as often. */
export const answerVariance = 0.2;

/** So many answers of the target as a whole stand in for what a cell has not seen before. */
const leaning = 5;

/**
 * What was seen in the last days whole, and what was seen before as far as it still holds. When the last days contradict it more
 * than chance would, it counts less: a vendor has changed the model, and what it was like last week is no longer worth much.
 */
export function writeBelieved({ of, kept }: Believed, tally: LearnedTally, fading: Fading): void {
  let [allOf, allKept] = [0, 0];
  for (let cell = 0; cell < cellCount; cell += 1) {
    const oldOf = (tally.of[cell] ?? 0) * fading.long - (tally.lateOf[cell] ?? 0) * fading.late;
    const oldKept = (tally.kept[cell] ?? 0) * fading.long - (tally.lateKept[cell] ?? 0) * fading.late;
    of[cell] = oldOf;
    kept[cell] = oldKept;
    allOf += oldOf;
    allKept += oldKept;
  }
  const trust = allOf < 1 ? 1 : trustIn({ of, kept }, { tally, fading, usual: allKept / allOf });
  for (let cell = 0; cell < cellCount; cell += 1) {
    of[cell] = trust * (of[cell] ?? 0) + (tally.lateOf[cell] ?? 0) * fading.late;
    kept[cell] = trust * (kept[cell] ?? 0) + (tally.lateKept[cell] ?? 0) * fading.late;
  }
}

interface Lately {
  readonly tally: LearnedTally;
  readonly fading: Fading;
  /** What was kept of all that was seen before. */
  readonly usual: number;
}

/** How much of what was seen before the last days still holds, 0 to 1: the less, the less likely they are without a change. */
function trustIn(old: Believed, { tally, fading, usual }: Lately): number {
  let surprise = 0;
  for (let cell = 0; cell < cellCount; cell += 1) {
    const of = (tally.lateOf[cell] ?? 0) * fading.late;
    if (of < 0.001) continue;
    const expected = ((old.kept[cell] ?? 0) + leaning * usual) / ((old.of[cell] ?? 0) + leaning);
    surprise += (tally.lateKept[cell] ?? 0) * fading.late - of * expected;
  }
  const beside = surprise ** 2 / (answerVariance * Math.max(1, tally.lateSquares * fading.late ** 2));
  return Math.min(1, byChance ** 2 / beside) ** 2;
}
