import type { Figures } from '../harness/bench.ts';
import { inTurn } from '../harness/inTurn.ts';
import { cacheDamage } from './cacheDamage.ts';
import { cacheLoad } from './cacheLoad.ts';
import { cachedAnswer } from './cachedAnswer.ts';
import { recount } from './recount.ts';
import { similarLookup } from './similarLookup.ts';
import { tokenEstimate } from './tokenEstimate.ts';
import { trimming } from './trimming.ts';

/** What is remembered, counted and cut, and how fast: P6, P7, P8, P9, P12, P13, and C8 for the cache. */
export const memory = (): Promise<Figures> =>
  inTurn({ cachedAnswer, tokenEstimate, trimming, recount, similarLookup, cacheLoad, cacheDamage });
