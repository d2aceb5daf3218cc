import type { Figures } from '../harness/bench.ts';
import { inTurn } from '../harness/inTurn.ts';
import { ledgerDamage } from './ledgerDamage.ts';
import { ledgerProcesses } from './ledgerProcesses.ts';
import { redaction } from './redaction.ts';

/** What is spent and what must not be lost or told: C7, C9, and C8 for the ledger. */
export const money = (): Promise<Figures> => inTurn({ ledgerProcesses, redaction, ledgerDamage });
