import type { Figures } from '../harness/bench.ts';
import { inTurn } from '../harness/inTurn.ts';
import { cases } from './cases.ts';
import { outages } from './outages.ts';
import { silence } from './silence.ts';

/** What real servers send, how soon one that has recovered is asked again, and how soon another one than a silent one. */
export const servers = (): Promise<Figures> => inTurn({ cases, outages, silence });
