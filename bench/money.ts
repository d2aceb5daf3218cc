import type { Figures } from './bench.ts';
import { inTurn } from './inTurn.ts';
import { ledgerDamage } from './money/ledgerDamage.ts';
import { ledgerProcesses } from './money/ledgerProcesses.ts';
import { redaction } from './money/redaction.ts';

/** What is spent and what must not be lost or told: C7, C9, and C8 for the ledger. */
export const money = (): Promise<Figures> => inTurn({ ledgerProcesses, redaction, ledgerDamage });
