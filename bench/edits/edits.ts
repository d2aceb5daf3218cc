import type { Figures } from '../harness/bench.ts';
import { inTurn } from '../harness/inTurn.ts';
import { batchCost } from './batchCost.ts';
import { batchLosses } from './batchLosses.ts';
import { checkpointFigures } from './checkpointFigures.ts';

/** What many small questions cost together, whether any is lost, and what taking back loses and costs. */
export const edits = (): Promise<Figures> => inTurn({ batchCost, batchLosses, checkpointFigures });
