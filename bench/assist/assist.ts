import type { Figures } from '../harness/bench.ts';
import { inTurn } from '../harness/inTurn.ts';
import { beforeSending } from './beforeSending.ts';
import { context } from './context.ts';
import { promptCache } from './promptCache.ts';

/**
 * What is sent for an assistance: how much of it its provider knows already, how soon it is on its way,
 * and what gathering it takes.
 */
export const assist = (): Promise<Figures> => inTurn({ promptCache, beforeSending, context });
