import type { Clock } from '../model/clock.ts';
import type { Metrics } from './metrics.ts';

/** What is usual is told from the week before the hour that is watched. */
const weekMs = 7 * 86_400_000;
const hourMs = 3_600_000;
/** Of fewer first tokens nothing is concluded. */
const least = 20;

/**
 * The median time to the first token that each target usually takes, ms. What other windows know is read at most once an hour, in the
 * background.
 */
export function usualTimes(
  clock: Clock,
  { metrics, refresh }: { readonly metrics: Metrics; readonly refresh: () => Promise<void> },
): (target: string) => number | undefined {
  let known = new Map<string, number | undefined>();
  let readAt = -Infinity;
  const read = (): void => {
    known = new Map();
    const now = clock.wall();
    for (const [target, { firstToken }] of metrics.sum(now - weekMs, now - hourMs).targets)
      known.set(target, firstToken.count < least ? undefined : firstToken.quantile(0.5));
  };
  return target => {
    if (clock.now() - readAt >= hourMs) {
      readAt = clock.now();
      void refresh().then(read);
    }
    return known.get(target);
  };
}
