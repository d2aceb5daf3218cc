import type { Figures } from '../harness/bench.ts';
import { inTurn } from '../harness/inTurn.ts';
import { codeBases } from './codeBases.ts';
import { masking } from './masking.ts';
import { ordinaryCode } from './ordinaryCode.ts';
import { scanBlocks } from './scanBlocks.ts';

/** What leaves, what is written, and what hostile texts can do. A new section is its file and its name here. */
export const guards = (): Promise<Figures> => inTurn({ masking, ordinaryCode, codeBases, scanBlocks });
