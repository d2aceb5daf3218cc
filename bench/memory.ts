import type { Figures } from './bench.ts';
import { cacheDamage } from './memory/cacheDamage.ts';
import { cachedAnswer } from './memory/cachedAnswer.ts';
import { cacheLoad } from './memory/cacheLoad.ts';
import { recount } from './memory/recount.ts';
import { similarLookup } from './memory/similarLookup.ts';
import { tokenEstimate } from './memory/tokenEstimate.ts';
import { trimming } from './memory/trimming.ts';
import { inTurn } from './inTurn.ts';

/** What is remembered, counted and cut, and how fast: P6, P7, P8, P9, P12, P13, and C8 for the cache. */
export const memory = (): Promise<Figures> =>
  inTurn({ cachedAnswer, tokenEstimate, trimming, recount, similarLookup, cacheLoad, cacheDamage });
