import type { Figures } from '../harness/bench.ts';
import { inTurn } from '../harness/inTurn.ts';
import { batchCost } from './batchCost.ts';
import { batchLosses } from './batchLosses.ts';

/** What many small questions cost together, and whether any is lost. */
export const edits = (): Promise<Figures> => inTurn({ batchCost, batchLosses });
