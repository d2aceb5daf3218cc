import { randomUUID } from 'node:crypto';
import { Ledger } from '../../../../src/core/budget/ledger.ts';
import { systemClock } from '../../../../src/libraries/systemClock.ts';
import type { FileLog } from '../../../../src/storage/fileLog.ts';
import { periodLog } from '../../../support/logs/periodLog.ts';

/** The budget of each workspace, so small that it is soon used up; there are many. */
export const budgetTokens = 60;

export interface WindowOptions {
  readonly folder: string;
  /** How long one file is written to, ms. */
  readonly periodMs: number;
}

/** A window's ledger on the files of its machine, in real time. */
export function ledgerWindow({ folder, periodMs }: WindowOptions) {
  const log: FileLog = periodLog(periodMs, {
    folder,
    name: 'ledger',
    keep: 100_000,
    carryOver: () => ledger.carryOver(),
    onTrouble: trouble => process.stderr.write(`ledger: ${trouble}\n`),
  });
  const ledger: Ledger = new Ledger({
    log,
    clock: systemClock,
    newId: randomUUID,
    dayOf: () => '2026-11-22', // one day, however long it takes
    limits: () => ({ dayTokens: budgetTokens, monthTokens: 0, monthUsd: 0 }),
  });
  return { log, ledger };
}
