import type { Counted } from '../platform/showBadge.ts';
import { decisionsText, deferredText } from '../status/badgeText.ts';
import type { DeferredCount } from '../status/deferredCount.ts';

/** What is kept and waits: questions, those of them that nobody answered in three tries, and answers for a decision. */
export type KeptCounts = Readonly<
  Record<'deferredCount' | 'unansweredCount' | 'reviewCount', Pick<DeferredCount, 'now' | 'onDidChange'>>
>;

/** The badge of Kept for Later. VS Code shows the sum of all views at the icon, so what the other badge counts is not counted twice. */
export const laterBadge = ({ deferredCount, unansweredCount }: KeptCounts): Counted => ({
  count: () => Math.max(0, deferredCount.now - unansweredCount.now),
  text: deferredText,
  onDidChange: changeOf([deferredCount, unansweredCount]),
});

/** The badge of For Your Decision. */
export const decisionsBadge = ({ unansweredCount, reviewCount }: KeptCounts): Counted => ({
  count: () => unansweredCount.now + reviewCount.now,
  text: decisionsText,
  onDidChange: changeOf([unansweredCount, reviewCount]),
});

const changeOf =
  (counts: readonly Pick<DeferredCount, 'onDidChange'>[]): Counted['onDidChange'] =>
  listener => {
    const stops = counts.map(count => count.onDidChange(listener));
    return () => stops.forEach(stop => stop());
  };
