import { securitySigns } from './securitySigns.ts';
import type { FeedbackEntry } from './feedbackEntry.ts';

/**
 * So sure a sign is before anybody has decided about it: as if it had been right in nine of ten answers. The share of right ones is
 * then Beta(9, 1) with what the user decides added to it, and its mean is what is believed.
 */
const prior = { right: 9, wrong: 1 } as const;

/** A sign that is right less often than every second time is only told. */
const leastRight = 0.5;

/**
 * Signs that this workspace has shown to be no reason for a doubt, with how many doubted answers the user has used nevertheless. A sign
 * is only ever made less: what the user discards brings one back to what it was, and never above it. What is about secrets and hidden
 * characters stays a doubt, whatever was decided, and a hard fact is not asked.
 */
export function demotedSigns(outcomes: readonly FeedbackEntry[], place: string): ReadonlyMap<string, number> {
  const tallies = new Map<string, { right: number; wrong: number }>();
  for (const { isHelpful, place: where, signs, doubts = 0 } of outcomes) {
    if (where !== place) continue;
    for (const code of signs.slice(0, doubts)) {
      if (securitySigns.has(code)) continue;
      const tally = tallies.get(code) ?? { right: 0, wrong: 0 };
      tally[isHelpful ? 'wrong' : 'right'] += 1;
      tallies.set(code, tally);
    }
  }
  const demoted = [...tallies].filter(([, tally]) => believedShare(tally) < leastRight);
  return new Map(demoted.map(([code, { wrong }]) => [code, wrong]));
}

const believedShare = ({ right, wrong }: { readonly right: number; readonly wrong: number }): number =>
  (prior.right + right) / (prior.right + prior.wrong + right + wrong);
