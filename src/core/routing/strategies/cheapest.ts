import { byCost, fitFirst, sortedBy } from './placing.ts';
import type { Strategy } from './strategy.ts';

/** What costs least for this question. What has no known price is not free: it stands behind all that has one. */
export const cheapest: Strategy = (_demand, candidates) =>
  fitFirst(sortedBy(candidates, byCost), ({ facts: { costUsd } }) =>
    costUsd === undefined ? { code: 'chain' } : { code: 'cheapest', costUsd },
  );
