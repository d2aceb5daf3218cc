import type { Figures } from '../harness/bench.ts';
import { inTurn } from '../harness/inTurn.ts';
import { codeBases } from './codeBases.ts';
import { masking } from './masking.ts';
import { ordinaryCode } from './ordinaryCode.ts';
import { paths } from './paths.ts';
import { readers } from './readers.ts';
import { scanBlocks } from './scanBlocks.ts';
import { sinks } from './sinks.ts';

/** What leaves, what is written, and what hostile texts can do. A new section is its file and its name here. */
export const guards = (): Promise<Figures> =>
  inTurn({ masking, ordinaryCode, codeBases, sinks, paths, scanBlocks, readers });
